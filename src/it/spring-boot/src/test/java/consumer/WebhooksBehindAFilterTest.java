// SPDX-License-Identifier: Apache-2.0
package consumer;

import org.springframework.test.context.TestPropertySource;

/** The same where a filter has made the server read the form before. */
@TestPropertySource(properties = "consumer.reads-forms=true")
class WebhooksBehindAFilterTest extends WebhooksTest {}
