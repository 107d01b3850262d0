package dev.conversations.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes everything that follows from the model into the project it is started in. */
public final class Generator {

    private static final String JAVA = "src/generated/java/dev/conversations/";

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
        files.put(JAVA + "webhook/DeliveryFailures.java", FailuresWriter.java(model));
        MetadataWriter.write(model).forEach((name, text) -> files.put(JAVA + "camel/metadata/" + name + ".java", text));
        files.put(JAVA + "camel/options/OptionHeaders.java", MetadataWriter.headers(model));
        files.put(JAVA + "sandbox/call/Shapes.java", ShapesWriter.write(model));
        files.put("catalog/operations.md", IndexWriter.write(model));
        files.put("catalog/failures.md", FailuresWriter.page(model));
        files.put(PageWriter.PAGE, PageWriter.write());
        return files;
    }
}
