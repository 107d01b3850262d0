// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmPersonTest {
    private static final String ID = "US.13491208655302741918";
    private static final String OWNERS = "US.ENT.11815799212886844830";
    private static final String NUMBER = "+15551230001";

    @Test
    void nobodyIsThereYet() {
        assertThat(person(NUMBER)).isEqualTo(new CrmPerson(null, List.of(), false, false));
        assertThat(person(NUMBER).isToBeChanged()).isFalse();
    }

    @Test
    void whoHasTheNumberLearnsTheIdAndTheOneWithNothingButAnIdBecomesPartOfIt() {
        assertThat(person(NUMBER, contact("1", ID, "whatsapp:" + ID, null), contact("2", null, null, "(555) 123-0001")))
                .isEqualTo(new CrmPerson("2", List.of("1"), false, true));
        assertThat(person(NUMBER, contact("1", OWNERS, null, null), contact("2", ID, NUMBER, null)))
                .isEqualTo(new CrmPerson("2", List.of("1"), true, true));
    }

    @Test
    void whoHasNothingButAnIdLearnsTheNumber() {
        assertThat(person(NUMBER, contact("1", ID, "whatsapp:" + ID, null)))
                .isEqualTo(new CrmPerson("1", List.of(), true, false));
        assertThat(person("whatsapp:" + ID, contact("1", ID, "whatsapp:" + ID, null)))
                .isEqualTo(new CrmPerson("1", List.of(), true, true));
    }

    @Test
    void ofTwoWithNumbersNeitherIsTouchedAndTheOneWithTheIdIsTaken() {
        assertThat(person(NUMBER, contact("1", null, null, NUMBER), contact("2", ID, null, "+15551239999")))
                .isEqualTo(new CrmPerson("2", List.of(), true, true));
        assertThat(person(NUMBER, contact("1", null, null, NUMBER), contact("2", "US.1", null, NUMBER)))
                .isEqualTo(new CrmPerson("1", List.of(), false, true));
    }

    @Test
    void nothingPersonalIsInALog() {
        assertThat(person(NUMBER, contact("1", ID, null, NUMBER))).hasToString("CrmPerson[1]");
    }

    @SafeVarargs
    private static CrmPerson person(String address, Map<String, Object>... contacts) {
        CrmEntry entry = new CrmEntry("CH1", "IM1", address, "whatsapp", true, address, "Hello", Instant.EPOCH, null,
                List.of(ID, OWNERS));
        return CrmPerson.of(entry, List.of(contacts), "user", "address", "phone,mobile");
    }

    private static Map<String, Object> contact(String id, String user, String address, String phone) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("user", user);
        fields.put("address", address);
        fields.put("mobile", phone);
        return Map.of("id", id, "properties", fields);
    }
}
