// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.spi.ClassResolver;

/** What Camel contexts look up on the class path, which is looked through once for all of them. */
final class Resources {

    private final Map<String, Optional<byte[]>> known = new HashMap<>();

    /** A context that is not yet started. */
    DefaultCamelContext context() {
        Map<String, Optional<byte[]>> all = known;
        return new DefaultCamelContext(false) {
            @Override
            protected ClassResolver createClassResolver() {
                return new DefaultClassResolver(this) {
                    @Override
                    public InputStream loadResourceAsStream(String uri) {
                        return all.computeIfAbsent(uri, unknown -> read(super.loadResourceAsStream(uri)))
                                .map(ByteArrayInputStream::new).orElse(null);
                    }
                };
            }
        };
    }

    private static Optional<byte[]> read(InputStream resource) {
        try (resource) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
