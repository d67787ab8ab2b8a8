package org.ascribe.workbench.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.ascribe.workbench.api.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers only to the names of this machine. A foreign site whose name is made to lead to 127.0.0.1 (DNS rebinding) sends
 * its own name in the Host header and is refused.
 */
final class HostCheck extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final JsonMapper mapper;

    HostCheck(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request.getHeader("Host"), request.getLocalPort())) {
            chain.doFilter(request, response);
            return;
        }
        Problems.write(
                response,
                mapper,
                Problems.of(
                        403,
                        "foreign-host",
                        "This workbench answers on its own machine only. Open http://localhost:%d/ there."
                                .formatted(request.getLocalPort()),
                        "Host",
                        null,
                        "localhost:%1$d, 127.0.0.1:%1$d or [::1]:%1$d".formatted(request.getLocalPort())));
    }

    static boolean isOurs(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String name = (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
        String given = hasPort ? host.substring(colon + 1) : "80";
        return NAMES.contains(name) && given.equals(Integer.toString(port));
    }
}
