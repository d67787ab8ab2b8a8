package org.ascribe.workbench;

import java.time.InstantSource;

/**
 * How the workbench is served.
 *
 * @param port on loopback, 0..65535; 0 takes a free one
 * @param version of the program, shown on the page
 * @param clock gives judgements their time
 */
public record WorkbenchSettings(int port, String version, InstantSource clock) {

    public WorkbenchSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port lies in 0..65535, got " + port);
        }
    }
}
