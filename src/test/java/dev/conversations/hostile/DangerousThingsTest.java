// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not stand in any source, route or Kamelet of ours, since it is never right with what comes from outside. */
class DangerousThingsTest {

    private static final Map<String, Pattern> DANGERS = Map.of(
            "objects out of bytes", Pattern.compile("ObjectInputStream|XMLDecoder|\\.getObject\\(\\)|SerializationUtils"),
            "JSON that names classes", Pattern.compile("(activate|enable)DefaultTyping|@JsonTypeInfo|JsonTypeInfo\\.Id|allowUnmarshallType|allowJmsType"),
            "XML, which may name files and hosts", Pattern.compile("DocumentBuilder|SAXParser|XMLInputFactory|XMLReader|TransformerFactory|Unmarshaller\\b"),
            "TLS that trusts everybody", Pattern.compile("(?i)TrustAll|NoopHostname|ALLOW_ALL_HOSTNAME|TrustSelfSigned|verifyHost=false"
                    + "|checkserveridentity: *[\"']?false|ssl\\.trust: *[\"']?\\*|X509TrustManager"),
            "scripts and commands", Pattern.compile("ScriptEngine|Runtime\\.getRuntime\\(\\)\\.exec|ProcessBuilder|\\b(groovy|ognl|spel|mvel|jexl|javaScript|python): *$"),
            "files that others may read", Pattern.compile("File\\.createTempFile\\((?<!Files\\.createTempFile\\()"),
            "chance that can be guessed", Pattern.compile("Math\\.random|new Random\\(|RandomStringUtils"));
    private static final Pattern ALGORITHM = Pattern.compile("(?:MessageDigest|Mac|Cipher|KeyFactory|SecureRandom|SSLContext|Signature)\\.getInstance\\(([^)]*)\\)");
    private static final Pattern COMPARED = Pattern.compile("(?i)(signature|token|secret|password|digest|hmac|mac)\\w*\\.equals\\(");

    @Test
    void noneOfThemStandsAnywhere() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Map.Entry<Path, String> file : all().entrySet()) {
            DANGERS.forEach((danger, pattern) -> file.getValue().lines().filter(line -> pattern.matcher(line).find())
                    .forEach(line -> found.computeIfAbsent(danger, none -> new java.util.ArrayList<>()).add(file.getKey() + ": " + line.strip())));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void onlySoundAlgorithmsAreUsedAndTheOneThatTwilioChose() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String source : all().values()) {
            ALGORITHM.matcher(source).results().forEach(algorithm -> used.add(algorithm.group(1)));
        }
        assertThat(used).contains("\"SHA-256\"").isSubsetOf("\"SHA-256\"", "\"HmacSHA256\"", "HMAC", "ALGORITHM", "algorithm.mac");
    }

    @Test
    void whereSecretsAreComparedTheTimeTellsNothing() throws IOException {
        Map<String, String> comparing = all().entrySet().stream().filter(file -> file.getValue().contains("MessageDigest.isEqual"))
                .collect(Collectors.toMap(file -> file.getKey().getFileName().toString(), Map.Entry::getValue));

        assertThat(comparing).containsOnlyKeys("Signature.java", "SignedRequest.java", "BearerToken.java", "Doorkeeper.java", "Seal.java",
                "MessageIds.java", "ConversationTokens.java");
        comparing.forEach((file, source) -> assertThat(COMPARED.matcher(source).results().map(compared -> compared.group()).toList())
                .as(file).allMatch(compared -> compared.equals("token.equals(") && file.equals("Signature.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "new ObjectInputStream(in)", "message.getObject()", "mapper.activateDefaultTyping(x)", "DocumentBuilderFactory.newInstance()",
        "trustAllCertificates=true", "NoopHostnameVerifier.INSTANCE", "mail.smtp.ssl.trust: \"*\"", "new ProcessBuilder(x)", "groovy: ",
        "File.createTempFile(\"a\", null)", "new Random()",
    })
    void eachWouldBeFound(String line) {
        assertThat(DANGERS.values()).anyMatch(pattern -> pattern.matcher(line).find());
        assertThat(DANGERS.values()).noneMatch(pattern -> pattern.matcher("Files.createTempFile(\"a\", null)").find());
    }

    private static Map<Path, String> all() throws IOException {
        Map<Path, String> all = new TreeMap<>();
        for (String root : List.of("src/main/java", "src/generated/java", "routes", "catalog/kamelets")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|yaml)")).toList()) {
                    all.put(file, Files.readString(file));
                }
            }
        }
        return all;
    }
}
