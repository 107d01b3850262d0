// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.packing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What the build says.
 *
 * @param dependencies the direct ones
 */
public record Pom(List<Dependency> dependencies) {

    /**
     * A direct dependency.
     *
     * @param scope as Maven understands it when nothing is said
     * @param optional whether who depends on this project is spared of it
     */
    public record Dependency(String artifactId, String scope, boolean optional) {}

    public static Pom read() throws Exception {
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile()).getDocumentElement();
        return new Pom(children(children(project, "dependencies").get(0), "dependency").stream()
                .map(element -> new Dependency(text(element, "artifactId", ""), text(element, "scope", "compile"),
                        Boolean.parseBoolean(text(element, "optional", "false"))))
                .toList());
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name).stream().map(Node::getTextContent).findFirst().orElse(otherwise);
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
