// SPDX-License-Identifier: Apache-2.0
package dev.conversations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

/** What editors of routes read. */
class EditorsTest {

    private static final String NAME = "twilio-conversations";
    private static final JsonNode DEFINITION = CatalogFile.json("camel/twilio-conversations.json");

    @Test
    void camelsCatalogFindsTheComponentInTheJar() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        assertThat(catalog.componentJSonSchema(NAME)).isEqualTo(CatalogFile.text("camel/twilio-conversations.json"));
        ComponentModel model = catalog.componentModel(NAME);
        assertThat(model.getArtifactId()).isEqualTo("camel-twilio-conversations");
        assertThat(model.getApiOptions()).hasSize(DEFINITION.get("apis").size());
        catalog.addComponent(NAME, model.getJavaType());
        assertThat(catalog.findComponentNames()).contains(NAME, "kafka");
    }

    @Test
    void aListOfOneIsWhatVisualStudioCodeAndKaravanTake() {
        JsonNode list = CatalogFile.json("camel/components.json");
        assertThat(list).hasSize(1);
        assertThat(list.get(0)).isEqualTo(DEFINITION);
        assertThat(JsonMapper.generateComponentModel(list.get(0).toString()).getScheme()).isEqualTo(NAME);
    }

    @Test
    void kaotoGetsTheDefinitionAndAFormOfAllOptions() {
        JsonNode entry = CatalogFile.json("camel/kaoto.json").get(NAME);
        JsonNode form = entry.get("propertiesSchema");
        assertThat(entry.get("apis")).isEqualTo(DEFINITION.get("apis"));
        assertThat(form.get("properties").properties()).hasSize(DEFINITION.get("properties").size()).allSatisfy(field -> {
            assertThat(field.getValue().get("title").asText()).isNotBlank();
            assertThat(field.getValue().get("description").asText()).isNotBlank();
        });
        assertThat(form.get("required")).extracting(JsonNode::asText).containsExactly("apiName", "methodName");
        assertThat(form.at("/properties/authToken/format").asText()).isEqualTo("password");
        assertThat(form.at("/properties/requestTimeout/format").asText()).isEqualTo("duration");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#")).validate(form)).isEmpty();
    }
}
