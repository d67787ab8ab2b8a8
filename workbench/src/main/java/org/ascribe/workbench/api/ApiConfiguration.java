package org.ascribe.workbench.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that answers under /api/v1. */
@Configuration(proxyBeanMethods = false)
@Import({
    ActorController.class,
    CountController.class,
    FindingController.class,
    ImportController.class,
    IncidentController.class,
    JudgementController.class,
    LedgerController.class,
    MatchController.class,
    PerspectiveController.class,
    ReportController.class,
    Problems.class
})
public class ApiConfiguration {}
