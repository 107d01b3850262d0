// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import dev.conversations.generator.catalog.Catalog;
import dev.conversations.generator.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes everything that follows from the model into the project it is started in. */
public final class Generator {

    private static final String JAVA = "src/generated/java/dev/conversations/";
    private static final String RESOURCES = "src/generated/resources/META-INF/";
    private static final String NATIVE = RESOURCES + "native-image/dev.conversations/camel-twilio-conversations/";

    private static final String LICENSE = "// SPDX-License-Identifier: Apache-2.0\n";

    /** What Camel makes of the compiled component. */
    private static final Path COMPONENT = Path.of(RESOURCES, "dev/conversations/camel/twilio-conversations.json");

    private Generator() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : generate(Path.of("src/model/conversations.yaml")).entrySet()) {
            Path path = Path.of(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The text of every generated file by its path. */
    public static Map<String, String> generate(Path modelFile) throws IOException {
        Model model = Model.read(modelFile);
        Map<String, String> files = new TreeMap<>();
        model.records().forEach(record ->
                files.put(JAVA + "model/" + record.name() + ".java", RecordWriter.write(record)));
        files.put(JAVA + "api/operation/Operations.java", OperationsWriter.write(model));
        files.put(JAVA + "webhook/EventType.java", EventTypeWriter.write(model));
        files.put(JAVA + "webhook/EventFields.java", EventFieldsWriter.write(model));
        files.put(JAVA + "webhook/DeliveryFailures.java", FailuresWriter.write(model));
        MetadataWriter.write(model).forEach((name, text) -> files.put(JAVA + "camel/metadata/" + name + ".java", text));
        files.put(JAVA + "camel/options/OptionHeaders.java", MetadataWriter.headers(model));
        files.put(JAVA + "sandbox/call/Shapes.java", ShapesWriter.write(model));
        files.put(RESOURCES + "spring-configuration-metadata.json",
                SpringMetadataWriter.write(COMPONENT));
        files.put(NATIVE + "reflect-config.json", NativeImageWriter.reflection(
                model, List.of(Path.of(RESOURCES, "services"), Path.of("src/main/resources/META-INF/services"), Path.of("catalog/kamelets"))));
        files.put(NATIVE + "resource-config.json", NativeImageWriter.resources());
        Catalog.write(model, Files.readString(COMPONENT)).forEach((name, text) -> files.put("catalog/" + name, text));
        files.put(PageWriter.PAGE, PageWriter.write(COMPONENT));
        files.replaceAll((path, text) -> path.endsWith(".java") ? LICENSE + text : text);
        return files;
    }
}
