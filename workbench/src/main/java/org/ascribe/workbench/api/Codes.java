package org.ascribe.workbench.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Constants are written as in every file of ours: {@code suicide-bombing}, in JSON and in the query string. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For JSON. */
    @SuppressWarnings("serial")
    public static final class InJson extends JacksonAnnotationIntrospector {
        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(Codes::of).toArray(String[]::new);
        }
    }

    /** For the query string. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static final class InQuery implements ConverterFactory<String, Enum> {
        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return code -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> of(constant).equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such " + type.getSimpleName() + ": " + code));
        }
    }
}
