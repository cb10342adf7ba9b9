package org.rollscope.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code firmware-protocol/}, which every implementation of the wire is held against. */
final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /** One vector file, named in reports by its own name. */
    record Vector(String name, JsonNode json) {
        String text(String key) {
            return json.required(key).asText();
        }

        byte[] bytes(String key) {
            return HexFormat.of().parseHex(text(key));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vector> of(String folder) {
        try (Stream<Path> files = Files.list(root().resolve("vectors").resolve(folder))) {
            List<Vector> vectors = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Vectors::read)
                    .toList();
            if (vectors.isEmpty()) {
                throw new IllegalStateException("there is no vector in " + folder);
            }
            return vectors;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<Vector> valid(String direction) {
        return of("valid").stream()
                .filter(vector -> vector.text("direction").equals(direction))
                .toList();
    }

    static Vector valid(String direction, String name) {
        return valid(direction).stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Path root() {
        try {
            URI folder =
                    Vectors.class.getResource("/firmware-protocol/messages.csv").toURI();
            return Path.of(folder).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Vector read(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            return new Vector(json.required("name").asText(), json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
