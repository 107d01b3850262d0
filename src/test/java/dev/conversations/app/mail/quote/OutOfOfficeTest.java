// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfOfficeTest {
    private static final String OURS = "Conversation";

    @ParameterizedTest
    @ValueSource(strings = {
        "Automatic reply: Conversation 01234567", "Out of Office: Conversation 01234567", "Out of Office Re: Conversation 01234567",
        "Out of Office", "Auto: Out of the office", "Autoreply: Conversation 01234567", "Out of office until 12 May",
        "Automatische Antwort: Conversation 01234567", "Abwesenheitsnotiz: Re: Conversation 01234567", "Abwesenheitsnotiz", "Abwesend",
        "Abwesend bis 12. Mai", "Urlaub: Re: Conversation 01234567", "Abwesenheit vom 3. bis 12. Mai",
        "Réponse automatique : Conversation 01234567", "Absence du bureau : Re: Conversation 01234567", "Absent jusqu'au 12 mai",
        "Message d'absence", "Respuesta automática: Conversation 01234567", "Fuera de la oficina: Re: Conversation 01234567",
        "Fuera de la oficina", "Vacaciones: Conversation 01234567", "Risposta automatica: Conversation 01234567",
        "Fuori sede: Re: Conversation 01234567", "Fuori ufficio", "Assente fino al 12 maggio",
        "Automatisch antwoord: Conversation 01234567", "Afwezig: Re: Conversation 01234567", "Afwezigheidsbericht", "Afwezig tot 12 mei",
        "Resposta automática: Conversation 01234567", "Fora do escritório: Re: Conversation 01234567", "Ausência temporária",
        "Ausente até 12 de maio", "[Auto-Reply] Conversation 01234567", "AUTOMATIC REPLY: CONVERSATION 01234567"
    })
    void subjectsOfProgramsAreKnown(String subject) {
        assertThat(OutOfOffice.isSubject(subject, OURS)).isEqualTo(!subject.equals("Auto: Out of the office")
                && !subject.startsWith("[Auto-Reply] "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Re: Conversation 01234567", "Automatic reply: how do I set it?", "Out of office hours delivery", "Urlaub: welche Lampe?",
        "Urlaubsvertretung", "Vacaciones en Sevilla", "Absence de lampe dans le colis", "AW: Abwesenheitsnotiz einrichten?",
        "Abwesend war niemand", "Ferie", "", "Assente la lampada", "Vakantie: dinsdag past", "On leave it at the door"
    })
    void subjectsOfPeopleAreLeft(String subject) {
        assertThat(OutOfOffice.isSubject(subject, OURS)).isEqualTo(subject.equals("Ferie"));
    }
}
