/** What conversations and CRMs make of each other's messages; not for users. */
package dev.conversations.app.crm;
