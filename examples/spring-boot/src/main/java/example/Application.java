// SPDX-License-Identifier: Apache-2.0
package example;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.RegistrationLevel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** An application of Spring Boot; its HTTP server receives Twilio's webhooks. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Bean("twilio-conversations")
    ConversationsComponent twilio(Environment settings) {
        ConversationsComponent twilio = new ConversationsComponent();
        twilio.getConfiguration().setAccountSid(settings.getRequiredProperty("twilio.account-sid"));
        twilio.getConfiguration().setAuthToken(settings.getRequiredProperty("twilio.auth-token"));
        twilio.getConfiguration().setBaseUri(settings.getRequiredProperty("twilio.base-uri"));
        twilio.getWebhook().setPublicUrl(settings.getRequiredProperty("twilio.public-url"));
        twilio.getWebhook().setRegistration(RegistrationLevel.ACCOUNT);
        return twilio;
    }
}
