package org.ascribe.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import org.ascribe.workbench.api.ApiConfiguration;
import org.ascribe.workbench.api.Codes;
import org.ascribe.workbench.api.KnownParameters;
import org.ascribe.workbench.guard.GuardConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the server is made of: only the parts of Spring Boot that it needs, so that it starts quickly. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({ApiConfiguration.class, GuardConfiguration.class})
class WorkbenchConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new Codes.InJson())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    @Bean
    WebMvcConfigurer web(JsonMapper mapper) {
        return new Web(mapper);
    }

    private record Web(JsonMapper mapper) implements WebMvcConfigurer {

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
            converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverterFactory(new Codes.InQuery());
            registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
        }

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addViewController("/").setViewName("forward:/index.html");
        }

        /**
         * Files whose name carries a hash of their content never change; the page itself is asked for anew each time. Not
         * by its day of change: in a reproducible jar that is always the same.
         */
        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations("classpath:/static/assets/")
                    .setUseLastModified(false)
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
            registry.addResourceHandler("/**")
                    .addResourceLocations("classpath:/static/")
                    .setUseLastModified(false)
                    .setEtagGenerator(Web::hash)
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false)
                    .addResolver(new PageResolver());
        }

        private static String hash(Resource file) {
            try (InputStream content = file.getInputStream()) {
                return DigestUtils.md5DigestAsHex(content);
            } catch (IOException gone) {
                throw new UncheckedIOException("cannot read " + file, gone);
            }
        }
    }
}
