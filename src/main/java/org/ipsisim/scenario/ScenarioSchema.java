package org.ipsisim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft-07) of scenario files, for editors: it checks all but what refers to other places. */
public final class ScenarioSchema {
    private static final String RESOURCE = "scenario.schema.json";

    private ScenarioSchema() {}

    /** The schema as JSON text. */
    public static String json() {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
