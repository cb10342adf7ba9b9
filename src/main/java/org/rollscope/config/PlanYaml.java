package org.rollscope.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rollscope.programme.plan.Plan;

/** A plan as YAML, which a coach reads and writes. <b>Threads.</b> Stateless. */
public final class PlanYaml {
    /** Schema of a plan. */
    public static final String SCHEMA = "rollscope.plan/1";

    private static final YAMLMapper YAML = DocumentMapper.configured(YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build()))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private PlanYaml() {}

    /** A plan as text. */
    public static String write(Plan plan) {
        try {
            ObjectNode document = YAML.createObjectNode().put("schema", SCHEMA);
            document.setAll((ObjectNode) YAML.valueToTree(plan));
            return YAML.writeValueAsString(document);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a plan cannot be written as YAML", impossible);
        }
    }

    /** What tells two plans apart that have the same version: SHA-256 of the text, 64 hexadecimal digits. */
    public static String sha256(Plan plan) {
        try {
            byte[] text = write(plan).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * Reads a plan.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static Plan read(String text) {
        try {
            if (!SCHEMA.equals(YAML.readTree(text).path("schema").asText())) {
                throw new MalformedDocumentException("is no " + SCHEMA + " document", 1, null);
            }
            DocumentKeys.check(YAML.createParser(text), Plan.class);
            return YAML.readValue(text, Plan.class);
        } catch (JacksonException malformed) {
            throw DocumentMapper.malformed(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }
}
