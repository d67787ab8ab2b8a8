package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.workbench.api.Answers;
import org.ascribe.workbench.api.Codes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds docs/formats/openapi.json against the classes; {@code -Dopenapi.write=true} writes it. */
class OpenApiFileTest {

    private static final Path FILE = Path.of("..", "docs", "formats", "openapi.json");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void fileDescribesWhatIsServed() throws Exception {
        String described = describe();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, described);
        }
        assertThat(FILE)
                .as("docs/formats/openapi.json is behind the code; write it with: mvn -pl workbench -am test"
                        + " -Dtest=OpenApiFileTest -Dopenapi.write=true -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(described);
    }

    private static String describe() throws IOException, InterruptedException {
        WorkbenchSettings settings = new WorkbenchSettings(0, "0", InstantSource.fixed(Instant.EPOCH));
        try (WorkbenchServer server =
                WorkbenchServer.start(new InventedRecord(), settings, WorkbenchConfiguration.class, Describing.class)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.address() + "v3/api-docs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return MAPPER.writeValueAsString(sorted(MAPPER.readTree(answer.body()))) + "\n";
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        object.propertyStream().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode copy = MAPPER.createObjectNode();
        members.forEach(copy::set);
        return copy;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocWebMvcConfiguration.class,
        MultipleOpenApiSupportConfiguration.class
    })
    static class Describing {

        /** What a request must bring; the rest of it may be left out. */
        private static final Map<Class<?>, List<String>> ASKED = Map.of(
                Answers.NewJudgement.class,
                List.of("decision", "user"),
                Answers.Undo.class,
                List.of("user"),
                Answers.PerspectiveText.class,
                List.of("yaml"));

        @Bean
        static BeanPostProcessor flatFilters() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof SpringDocConfigProperties properties) {
                        properties.setDefaultFlatParamObject(true);
                    }
                    return bean;
                }
            };
        }

        @Bean
        OpenAPI title() {
            return new OpenAPI()
                    .info(new Info()
                            .title("Ascribe workbench")
                            .version("1")
                            .description(
                                    "Who is said to have done what, who says so, and in which words. Every member is"
                                            + " always there; unknown is null. Passages count Unicode code points. A"
                                            + " request that changes the ledger sends the value of the cookie XSRF-TOKEN"
                                            + " in the header X-XSRF-TOKEN.")
                            .license(new License().identifier("Apache-2.0").name("Apache-2.0")));
        }

        @Bean
        GlobalOpenApiCustomizer nullability() {
            return api -> {
                Map<String, Class<?>> records = new HashMap<>();
                for (Class<?> type : Answers.class.getDeclaredClasses()) {
                    records.put(type.getSimpleName(), type);
                }
                api.setServers(null);
                ModelConverters.getInstance(true)
                        .readAll(Answers.Problem.class)
                        .forEach(api.getComponents()::addSchemas);
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(Describing::mend);
                api.getComponents().getSchemas().forEach((name, schema) -> {
                    Class<?> type = records.get(name.startsWith("Page") ? "Page" : name);
                    if (type != null && type.isRecord()) {
                        complete(schema, type);
                    }
                });
            };
        }

        /** What springdoc cannot know: a parameter is left out rather than null, and what comes when something is wrong. */
        private static void mend(Operation operation) {
            for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
                Set<String> types = parameter.getSchema().getTypes();
                if (types != null && types.contains("null")) {
                    parameter.getSchema().setTypes(Set.of(types.contains("array") ? "array" : "string"));
                }
            }
            boolean keeps =
                    !Objects.requireNonNullElse(operation.getOperationId(), "").startsWith("check");
            if (operation.getRequestBody() != null && keeps) {
                operation
                        .getResponses()
                        .addApiResponse("201", operation.getResponses().remove("200"));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("What went wrong")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/Problem")))));
        }

        /** Every member is there; those that may be unknown are null then. */
        @SuppressWarnings({"rawtypes", "unchecked"})
        private static void complete(Schema schema, Class<?> type) {
            Map<String, Schema> properties = schema.getProperties();
            List<String> asked = ASKED.getOrDefault(type, List.of());
            for (RecordComponent component : type.getRecordComponents()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        || asked.contains(component.getName())) {
                    continue;
                }
                Schema property = properties.get(component.getName());
                if (property.get$ref() != null) {
                    Schema reference = new Schema().$ref(property.get$ref());
                    Schema none = new Schema();
                    none.setTypes(Set.of("null"));
                    Schema either = new Schema();
                    either.setAnyOf(List.of(reference, none));
                    properties.put(component.getName(), either);
                } else if (property.getTypes() != null) { // without types it may be anything
                    Set<String> types = new LinkedHashSet<>(property.getTypes());
                    types.add("null");
                    property.setTypes(types);
                }
            }
            schema.setRequired(
                    ASKED.containsKey(type)
                            ? asked
                            : Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .toList());
        }

        /** Constants as they are written in JSON. */
        @Bean
        ModelConverter codes() {
            return new ModelConverter() {
                @Override
                public @Nullable Schema<?> resolve(
                        AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> chain) {
                    JavaType type = Json.mapper().constructType(asked.getType());
                    if (type.isEnumType() && type.getRawClass().getName().startsWith("org.ascribe.")) {
                        String name = type.getRawClass().getSimpleName();
                        Schema<String> schema = new Schema<>();
                        schema.setTypes(Set.of("string"));
                        schema.setType("string");
                        schema.setEnum(Arrays.stream(type.getRawClass().getEnumConstants())
                                .map(constant -> Codes.of((Enum<?>) constant))
                                .toList());
                        context.defineModel(name, schema);
                        return new Schema<>().$ref("#/components/schemas/" + name);
                    }
                    return chain.hasNext() ? chain.next().resolve(asked, context, chain) : null;
                }
            };
        }
    }
}
