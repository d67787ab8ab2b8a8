package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.workbench.api.Answers.MatchView;
import org.ascribe.workbench.api.Answers.Matches;
import org.ascribe.workbench.api.Answers.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of tellings that may be one incident, for a person to decide on; the decisions are judgements. */
@RestController
@RequestMapping(path = "/api/v1/matches", produces = "application/json")
final class MatchController {

    enum Order {
        DOUBTFUL,
        SUREST
    }

    enum State {
        OPEN,
        JUDGED
    }

    private final RecordDesk desk;

    MatchController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Matches listMatches(
            @RequestParam(required = false) @Nullable Order order,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        RecordIndex index = desk.index();
        List<Pairs.Found> all = Pairs.of(index, desk.source().alike(Resolver.ENOUGH - Pairs.DOUBT));
        List<Pairs.Found> asked = all.stream()
                .filter(found -> state == null || (found.judgement() == null) == (state == State.OPEN))
                .sorted(order == Order.SUREST ? Pairs.SUREST : Pairs.DOUBTFUL)
                .toList();
        Page<MatchView> page = Paging.page(asked, Pairs.Found::id, new Showing(index)::match, limit, cursor);
        int judged =
                (int) all.stream().filter(found -> found.judgement() != null).count();
        return new Matches(page.items(), page.total(), page.next(), judged, all.size(), Resolver.ENOUGH);
    }
}
