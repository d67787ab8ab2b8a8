package org.ascribe.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.core.CodedReport;
import org.ascribe.core.IncidentType;
import org.ascribe.testkit.CodedReports;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CodedReportJsonTest {

    private static final Path FORMATS = Path.of("..", "docs", "formats");
    private static final int SEEDS = 400;

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FORMATS.resolve("coded-report-1.schema.json")), InputFormat.JSON);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (int seed = 0; seed < SEEDS; seed++) {
            CodedReport report = CodedReports.random(seed);
            assertThat(CodedReportJson.read(CodedReportJson.writeWithText(report)))
                    .as("seed " + seed)
                    .isEqualTo(report);
        }
    }

    @Test
    void everyOutputFollowsThePublishedSchema() throws IOException {
        Schema schema = schema();
        for (int seed = 0; seed < SEEDS; seed++) {
            CodedReport report = CodedReports.random(seed);
            assertThat(schema.validate(CodedReportJson.write(report), InputFormat.JSON))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(schema.validate(CodedReportJson.writeWithText(report), InputFormat.JSON))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void theExampleOfTheFormatPageFollowsTheSchemaAndIsReadBack() throws IOException {
        Matcher block = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(FORMATS.resolve("coded-report.md")));
        assertThat(block.find()).isTrue();
        assertThat(schema().validate(block.group(1), InputFormat.JSON)).isEmpty();
        CodedReport report = CodedReportJson.read(block.group(1));
        assertThat(CodedReportJson.JSON.readTree(CodedReportJson.writeWithText(report)))
                .isEqualTo(CodedReportJson.JSON.readTree(block.group(1)));
    }

    @Test
    void theSchemaRefusesZeroForUnknown() throws IOException {
        String json = CodedReportJson.write(CodedReports.random(3)).replace("\"docid\":null", "\"docid\":0");
        assertThat(schema().validate(json.replaceFirst("\"docid\":\"[^\"]*\"", "\"docid\":0"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void unknownIsWrittenAsNull() {
        for (int seed = 0; seed < 50; seed++) {
            JsonNode root = CodedReportJson.JSON.readTree(CodedReportJson.write(CodedReports.random(seed)));
            for (JsonNode assertion : root.get("assertions")) {
                assertThat(assertion.has("incident")).isTrue();
                assertThat(assertion.get("speaker").has("reportedBy")).isTrue();
            }
            assertThat(root.get("report").has("docid")).isTrue();
            assertThat(root.get("report").has("text")).isFalse();
        }
    }

    @Test
    void theSameBytesInEveryLocale() {
        CodedReport report = CodedReports.random(7);
        String here = CodedReportJson.write(report);
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr", "ar-EG"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(CodedReportJson.write(report)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anErrorNamesTheFieldWhatWasFoundAndWhatWasExpected() {
        String json = CodedReportJson.writeWithText(CodedReports.random(1));
        assertThatThrownBy(() -> CodedReportJson.read("{\"schema\":\"other/2\"}"))
                .hasMessageContaining("\"other/2\"")
                .hasMessageContaining("ascribe/coded-report/1");
        assertThatThrownBy(() -> CodedReportJson.read("no json")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> CodedReportJson.read(json.replaceFirst("\"genre\":\"[a-z-]+\"", "\"genre\":\"poem\"")))
                .hasMessageContaining("report.genre")
                .hasMessageContaining("poem")
                .hasMessageContaining("news");
        assertThatThrownBy(() -> CodedReportJson.read(CodedReportJson.write(CodedReports.random(1))))
                .hasMessageContaining("report.text");
    }

    @Test
    void everyIncidentTypeHasCodes() {
        for (IncidentType type : IncidentType.values()) {
            assertThat(IncidentCodes.of(type).ucdp()).allMatch(kind -> kind >= 1 && kind <= 3);
        }
        assertThat(IncidentCodes.of(IncidentType.SUICIDE_BOMBING).acled())
                .isEqualTo("Explosions/Remote violence: Suicide bomb");
    }
}
