package org.ascribe.bench.aid;

import java.io.IOException;

/** stub */
final class AidPage {
    private AidPage() {}
    static void write(AidRun.Settings settings, AidScores scores, String digest, String version) throws IOException {}
}
