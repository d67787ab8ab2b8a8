package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.Status;
import org.ascribe.store.CountFilter;
import org.ascribe.store.Counts;
import org.ascribe.workbench.api.Answers.CountRow;
import org.ascribe.workbench.api.Answers.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents counted by month, country, type, status, actor: asked of the ledger itself, so that millions of them are no burden. */
@RestController
@RequestMapping("/api/v1/counts")
final class CountController {

    private final RecordDesk desk;

    CountController(RecordDesk desk) {
        this.desk = desk;
    }

    /** The filters of the lists, but for words and boxes. */
    record CountAsked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> country,
            @Nullable List<IncidentType> type,
            @Nullable List<String> actor,
            @Nullable List<Status> status,
            @Nullable List<PlacePrecision> precision) {}

    @GetMapping
    Counted countBy(
            @ModelAttribute CountAsked asked,
            @RequestParam(required = false) @Nullable List<Counts.By> by,
            @RequestParam(defaultValue = "20") int actors) {
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("to", to.toString(), "a day not before from, which is " + from);
        }
        if (actors < 1 || actors > 1000) {
            throw ProblemException.invalid("actors", Integer.toString(actors), "a whole number from 1 to 1000");
        }
        Set<Counts.By> sides = by == null || by.isEmpty() ? Set.of() : EnumSet.copyOf(by);
        Counts counts = desk.source()
                .counts(
                        new CountFilter(
                                from,
                                to,
                                values(asked.country()).stream()
                                        .map(code -> code.toUpperCase(Locale.ROOT))
                                        .toList(),
                                values(asked.type()),
                                values(asked.actor()),
                                values(asked.status()),
                                values(asked.precision())),
                        sides,
                        actors);
        return new Counted(
                List.copyOf(sides),
                counts.incidents(),
                counts.rows().stream().map(CountController::row).toList());
    }

    private static <T> List<T> values(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static CountRow row(Counts.Row row) {
        return new CountRow(
                row.values().get(Counts.By.MONTH),
                row.values().get(Counts.By.COUNTRY),
                row.values().get(Counts.By.TYPE),
                row.values().get(Counts.By.STATUS),
                row.values().get(Counts.By.ACTOR),
                row.name(),
                row.incidents(),
                row.killedLow(),
                row.killedHigh(),
                row.withoutKilled());
    }
}
