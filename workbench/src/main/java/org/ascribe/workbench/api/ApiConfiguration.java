package org.ascribe.workbench.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that answers under /api/v1. */
@Configuration(proxyBeanMethods = false)
@Import({
    ActorController.class,
    ImportController.class,
    CountController.class,
    IncidentController.class,
    JudgementController.class,
    LedgerController.class,
    MatchController.class,
    ReportController.class,
    Problems.class
})
public class ApiConfiguration {}
