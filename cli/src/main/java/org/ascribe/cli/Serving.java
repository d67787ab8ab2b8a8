package org.ascribe.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.ascribe.workbench.WorkbenchServer;
import org.ascribe.workbench.WorkbenchSettings;
import org.jspecify.annotations.Nullable;

/** Serves one ledger until the program is told to end; alone touches the web server, so that others load none of it. */
final class Serving {

    private Serving() {}

    static void serve(Path file, int port, boolean openBrowser, Console console) {
        if (port < 0 || port > 65535) {
            throw CannotException.wrongUsage(
                    "Cannot serve: --port is %d, expected 1..65535, or 0 for any free one.".formatted(port));
        }
        try (Ledger ledger = Ledger.open(file, Ledger.Mode.WRITE)) {
            RecordService record = new RecordService(ledger, Program.version());
            try (Progress progress = new Progress(console.err(), console.clock())) {
                record.rebuildIfNeeded(progress);
            }
            try (WorkbenchServer server = start(record, port, console)) {
                console.out().println("The workbench of " + file + " is at " + server.address());
                console.out().flush();
                console.err().println("End it with Ctrl+C.");
                if (openBrowser) {
                    browse(server.address());
                }
                untilToldToEnd();
            }
        }
    }

    private static WorkbenchServer start(RecordService record, int port, Console console) {
        try {
            return WorkbenchServer.start(record, new WorkbenchSettings(port, Program.version(), console.clock()));
        } catch (RuntimeException refused) {
            if (isPortTaken(refused)) {
                throw new CannotException(
                        "Cannot serve on port %d: another program has it.%n  Name another with --port, or --port 0 for any free one."
                                .formatted(port));
            }
            throw refused;
        }
    }

    private static boolean isPortTaken(@Nullable Throwable refused) {
        return refused != null
                && (refused instanceof BindException
                        || refused.getClass().getSimpleName().equals("PortInUseException")
                        || isPortTaken(refused.getCause()));
    }

    private static void untilToldToEnd() {
        CountDownLatch told = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        // the ledger is closed in order on this thread while the machine waits for the hook
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            told.countDown();
                            try {
                                main.join(5_000);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "end"));
        try {
            told.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the page where there is a screen; where there is none, the address on stdout has to do. */
    private static void browse(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            if (system.contains("mac")) {
                new ProcessBuilder("open", address).start();
            } else if (system.contains("linux")) {
                if (System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
                    new ProcessBuilder(List.of("xdg-open", address)).start();
                }
            } else if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(URI.create(address));
            }
        } catch (IOException | UnsupportedOperationException noBrowser) {
            // the address is on the screen
        }
    }
}
