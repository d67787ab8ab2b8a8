package org.ascribe.workbench.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ascribe.workbench.api.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what over HTTP. There is no login yet, so reading is open to this machine and writing to the page alone. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class GuardConfiguration {

    /** Scripts, workers and styles come from this server's files alone: none inline, in an attribute or from a blob. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "worker-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    FilterRegistrationBean<HostCheck> hostCheck(JsonMapper mapper) {
        FilterRegistrationBean<HostCheck> registration = new FilterRegistrationBean<>(new HostCheck(mapper));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    SecurityFilterChain guard(HttpSecurity http, JsonMapper mapper) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Strict"));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> {
                    csrf.spa();
                    csrf.csrfTokenRepository(cookie);
                })
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                                (request, response, denied) -> onDenied(response, mapper, denied))
                        .authenticationEntryPoint((request, response, unknown) -> Problems.write(
                                response,
                                mapper,
                                Problems.of(401, "not-signed-in", "This needs a signed-in user.", null, null, null))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        return http.build();
    }

    private static void onDenied(HttpServletResponse response, JsonMapper mapper, AccessDeniedException denied)
            throws IOException {
        Problems.write(
                response,
                mapper,
                denied instanceof CsrfException
                        ? Problems.of(
                                403,
                                "csrf-token-missing",
                                "A change needs the token of the page: send the value of the cookie XSRF-TOKEN, which any"
                                        + " GET sets, in the header X-XSRF-TOKEN.",
                                "X-XSRF-TOKEN",
                                null,
                                "the value of the cookie XSRF-TOKEN")
                        : Problems.of(403, "forbidden", "This is not allowed here.", null, null, null));
    }

    /** Requests so odd that no page sends them: encoded slashes, double slashes, control characters. */
    @Bean
    RequestRejectedHandler onRejected(JsonMapper mapper) {
        return (request, response, rejected) -> Problems.write(
                response,
                mapper,
                Problems.of(
                        400,
                        "malformed-request",
                        "The address of the request is malformed. Remove double slashes, semicolons and encoded slashes.",
                        null,
                        null,
                        null));
    }
}
