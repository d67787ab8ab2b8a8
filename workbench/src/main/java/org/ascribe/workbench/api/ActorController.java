package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.workbench.api.Answers.ActorPage;
import org.ascribe.workbench.api.Answers.ActorRow;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.RecordSource.KnownActor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Actors and what is said of them. */
@RestController
@RequestMapping(path = "/api/v1/actors", produces = "application/json")
final class ActorController {

    private final RecordDesk desk;

    ActorController(RecordDesk desk) {
        this.desk = desk;
    }

    /** Which actors a list holds. */
    enum Scope {
        /** Those that a report of the ledger names; meant where nothing is said. */
        NAMED,
        /** Those of the dictionary too. */
        KNOWN
    }

    @GetMapping
    Page<ActorRow> listActors(
            @RequestParam(required = false) @Nullable Scope scope,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Showing showing = new Showing(desk.index());
        List<ActorRow> actors = scope == Scope.KNOWN ? showing.knownActors() : showing.actors();
        return Paging.page(actors, ActorRow::id, actor -> actor, limit, cursor);
    }

    @GetMapping("/{actor}")
    ActorPage getActor(@PathVariable String actor, @RequestParam(required = false) @Nullable String perspective) {
        View view = desk.view(perspective);
        KnownActor known = view.index.actors().get(actor);
        if (known == null) {
            throw ProblemException.unknown("actor", actor, "/api/v1/actors lists those that a report names.");
        }
        return new Showing(view).actor(known);
    }
}
