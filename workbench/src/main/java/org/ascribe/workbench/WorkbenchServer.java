package org.ascribe.workbench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ascribe.pipeline.RecordService;
import org.ascribe.workbench.api.RecordDesk;
import org.ascribe.workbench.api.RecordSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The workbench, served on loopback to this machine alone. Safe to share between threads. */
public final class WorkbenchServer implements AutoCloseable {

    /** Kept, because Java forgets the level of a logger that nobody holds: Tomcat tells of each start in six lines. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;
    private final int port;

    private WorkbenchServer(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /**
     * Starts serving and returns when the port answers.
     *
     * @param record of a ledger that is rebuilt, and open for writing if judgements are to be kept
     * @throws org.springframework.boot.web.server.PortInUseException if another program has the port
     */
    public static WorkbenchServer start(RecordService record, WorkbenchSettings settings) {
        return start(new LedgerRecord(record, settings.clock()), settings);
    }

    static WorkbenchServer start(RecordSource source, WorkbenchSettings settings) {
        return start(source, settings, WorkbenchConfiguration.class);
    }

    static WorkbenchServer start(RecordSource source, WorkbenchSettings settings, Class<?>... configurations) {
        RecordDesk desk = new RecordDesk(source, settings.version(), settings.clock());
        TOMCAT.setLevel(Level.WARNING);
        SpringApplication application = new SpringApplication(configurations);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // no listeners: they would read application.properties of the working folder and set up logging anew
        application.setListeners(List.of());
        application.setLazyInitialization(true);
        application.setEnvironment(new OwnEnvironment(settings.port()));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(RecordDesk.class, () -> desk));
        ConfigurableApplicationContext context = application.run();
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return new WorkbenchServer(context, server.getPort());
    }

    /** The port that it answers on. */
    public int port() {
        return port;
    }

    /** What to open in a browser. */
    public String address() {
        return "http://localhost:" + port + "/";
    }

    @Override
    public void close() {
        context.close();
    }

    /** Settings of Spring Boot from here alone; a SERVER_ADDRESS in the environment must not open the port to others. */
    private static final class OwnEnvironment extends StandardServletEnvironment {

        OwnEnvironment(int port) {
            getPropertySources().forEach(source -> getPropertySources().remove(source.getName()));
            getPropertySources()
                    .addFirst(new MapPropertySource(
                            "workbench",
                            Map.of(
                                    "server.address",
                                    "127.0.0.1",
                                    "server.port",
                                    port,
                                    "server.compression.enabled",
                                    true,
                                    "server.compression.min-response-size",
                                    "1KB",
                                    "server.compression.mime-types",
                                    "text/html,text/css,text/csv,text/javascript,application/javascript,"
                                            + "application/json,application/geo+json,application/problem+json,"
                                            + "image/svg+xml",
                                    "server.tomcat.threads.max",
                                    32,
                                    "server.tomcat.threads.min-spare",
                                    2,
                                    "spring.main.log-startup-info",
                                    false)));
        }
    }
}
