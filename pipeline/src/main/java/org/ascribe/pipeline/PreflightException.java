package org.ascribe.pipeline;

import java.util.List;

/** Nothing was begun; the message has every problem found, each with its remedy. */
public final class PreflightException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PreflightException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
