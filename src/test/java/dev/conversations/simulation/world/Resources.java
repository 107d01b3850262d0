// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;

/** What Camel contexts look up on the class path, which is looked through once for all of them. */
final class Resources {

    private final Map<String, Optional<byte[]>> known = new HashMap<>();

    DefaultClassResolver of(CamelContext context) {
        return new DefaultClassResolver(context) {
            @Override
            public InputStream loadResourceAsStream(String uri) {
                return known.computeIfAbsent(uri, unknown -> read(super.loadResourceAsStream(uri))).map(ByteArrayInputStream::new).orElse(null);
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
