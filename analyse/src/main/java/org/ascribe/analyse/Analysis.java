package org.ascribe.analyse;

import java.util.List;

/**
 * One way of looking at the settled record. A pure function: the same record and scope give the same findings, in the same
 * order. Safe to share between threads.
 */
public interface Analysis {

    /** The {@link Finding#kind() kinds} of finding that it makes, at least one. */
    List<String> kinds();

    /**
     * What it finds in this part of the record.
     *
     * @return where a finding was asked for by name and the data are too few, one that says so
     */
    List<Finding<?>> findings(SettledRecord record, Scope scope);
}
