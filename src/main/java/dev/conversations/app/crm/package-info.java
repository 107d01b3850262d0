/** What all bridges to systems that manage customer relations (CRMs) share; what is special to one is in its route. */
package dev.conversations.app.crm;
