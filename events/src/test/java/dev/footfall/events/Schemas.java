package dev.footfall.events;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Objects;

/** The published schemas, with the standard's idea of an integer: 1.0 is one. */
final class Schemas {
    private Schemas() {}

    static JsonSchema read(String name) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().losslessNarrowing(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Objects.requireNonNull(Schemas.class.getResourceAsStream("/schemas/" + name + ".json")),
                        config);
    }
}
