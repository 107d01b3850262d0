/** What mail programs add of their own accord, in many languages: words above quotes, praise at the end; not for users. */
package dev.conversations.app.mail.quote;
