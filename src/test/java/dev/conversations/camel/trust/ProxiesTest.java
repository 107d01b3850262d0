// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.listen.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.0.0/8          | 10.200.3.4       | true",
        "10.0.0.0/8          | 11.0.0.1         | false",
        "10.0.0.0/9          | 10.200.3.4       | false",
        "10.0.0.5            | 10.0.0.5         | true",
        "10.0.0.5            | 10.0.0.6         | false",
        "0.0.0.0/0           | 203.0.113.9      | true",
        "::1, 10.0.0.5       | 0:0:0:0:0:0:0:1  | true",
        "fe80::/10           | fe80::1%eth0     | true",
        "0.0.0.0/0           | ::1              | false",
        "10.0.0.0/8          | proxy.internal   | false",
    })
    void aProxyIsKnownByItsAddress(String trusted, String peer, boolean known) {
        assertThat(Proxies.of(trusted).origin(request(peer, Map.of("X-Forwarded-Host", "example.com"))))
                .isEqualTo(known ? "http://example.com" : "http://inner:8080");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "https | example.com      | -    | -     | https://example.com",
        "https | example.com      | 443  | -     | https://example.com",
        "https | example.com      | 8443 | -     | https://example.com:8443",
        "https | example.com:8443 | 9000 | -     | https://example.com:8443",
        "http  | [::1]            | 81   | -     | http://[::1]:81",
        "http  | a, b             | -    | /edge | http://b/edge",
        "HTTPS | a                | -    | /edge/ | https://a/edge",
        "https | a,example.com    | 1,443 | /x, /edge// | https://example.com/edge",
        "https | example.com      | -    | edge  | https://example.com/edge",
        "https | example.com      | -    | /     | https://example.com",
        "https | example.com      | -    | /a/b/ | https://example.com/a/b",
        "ftp, https | evil, \"x, example.com | - | - | https://example.com",
        "https | evil,            | -    | -     | https://inner:8080",
        "https | \"evil           | -    | -     | https://\"evil",
        "-     | -                | -    | -     | http://inner:8080",
    })
    void whatItSaysIsPutTogether(String proto, String host, String port, String prefix, String origin) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Forwarded-Proto", proto);
        headers.put("X-Forwarded-Host", host);
        headers.put("X-Forwarded-Port", port);
        headers.put("X-Forwarded-Prefix", prefix);

        assertThat(Proxies.of("10.0.0.5").origin(request("10.0.0.5", headers))).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "203.0.113.9                     | evil, example.com            | example.com",
        "203.0.113.9, 10.0.0.7           | evil, example.com, inside    | example.com",
        "10.0.0.9, 203.0.113.9, 10.0.0.7 | evil, example.com, inside    | example.com",
        "10.0.0.9, 10.0.0.7              | example.com                  | example.com",
        "-                               | evil, example.com            | example.com",
    })
    void ofSeveralValuesThatCountsWhichATrustedProxyAdded(String callers, String hosts, String host) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Forwarded-For", callers);
        headers.put("X-Forwarded-Host", hosts);

        assertThat(Proxies.of("10.0.0.0/8").origin(request("10.0.0.5", headers))).isEqualTo("http://" + host);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "for=203.0.113.9;host=example.com;proto=https                          | https://example.com",
        "For=\"[2001:db8::1]:4711\"; Host=\"example.com:8443\" ;Proto=HTTPS | https://example.com:8443",
        "host=evil;proto=http, for=203.0.113.9;host=example.com;proto=https    | https://example.com",
        "host=\"e,v;il\", for=9.9.9.9;host=example.com, for=10.0.0.7;host=in | http://example.com",
        "for=203.0.113.9                                                       | http://inner:8080",
        "\"                                                                   | http://inner:8080",
        "for=\"_a\\\"b\";host=example.com;proto=https                            | https://example.com",
        "for=\"a;host=evil\";host=example.com;proto=https                       | https://example.com",
        "FOR=\"[2001:db8::1]\";PROTO=https;HOST=\"[2001:db8::2]:8443\"          | https://[2001:db8::2]:8443",
        "for=unknown;host=example.com, for=\"[::ffff:10.0.0.7]:99\";host=inside    | http://example.com",
        "for=10.0.0.8;host=evil, for=unknown;host=example.com                   | http://example.com",
        "host=evil;proto=https,for=\"[::1]\"                                     | http://inner:8080",
        "host=\"evil\";for=\", for=\"[::1]\";host=\"example.com\"                 | http://inner:8080",
        "host=evil;for=\", for=203.0.113.9;host=example.com;proto=https         | http://inner:8080",
        "!host=evil;host=example.com                                           | http://inner:8080",
    })
    void theStandardHeaderIsReadAsWell(String forwarded, String origin) {
        assertThat(Proxies.of("10.0.0.0/8").origin(request("10.0.0.5", Map.of("Forwarded", forwarded)))).isEqualTo(origin);
    }

    @Test
    void aQuotationWithoutAnEndLeavesNothingForAnotherHeaderToDecide() {
        assertThat(Proxies.of("10.0.0.5").origin(request("10.0.0.5", Map.of(
                "Forwarded", "for=\", host=example.com", "X-Forwarded-Host", "evil", "X-Forwarded-Proto", "https"))))
                .isEqualTo("http://inner:8080");
    }

    @Test
    void whereBothAreThereAndDifferNeitherDecides() {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Forwarded", "host=example.com;proto=https", "X-Forwarded-Host", "evil", "X-Forwarded-Proto", "https"));
        assertThat(Proxies.of("10.0.0.5").origin(request("10.0.0.5", headers))).isEqualTo("http://inner:8080");
        headers.put("X-Forwarded-Host", "example.com");
        assertThat(Proxies.of("10.0.0.5").origin(request("10.0.0.5", headers))).isEqualTo("https://example.com");
    }

    private static HttpRequest request(String peer, Map<String, String> headers) {
        return new HttpRequest("POST", "http://inner:8080", "/path", null, headers::get, peer, new byte[0]);
    }
}
