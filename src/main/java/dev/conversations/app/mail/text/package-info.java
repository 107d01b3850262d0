/** What a person wrote, told from what mail programs add, be it plain or HTML; not for users. */
package dev.conversations.app.mail.text;
