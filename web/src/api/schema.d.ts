// Generated from openapi.json by `npm run generate`; do not edit.
export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts
         * @description All senders of the business, the oldest first. A business has a handful, so there are no pages.
         */
        get: operations["list_accounts"];
        put?: never;
        /**
         * Connect a WhatsApp number
         * @description A number that is connected already gets the new name, token and secrets (200 instead of 201).
         *     Numbers with the same app secret and verify token share one callback path.
         */
        post: operations["connect_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an account */
        get: operations["get_account"];
        put?: never;
        post?: never;
        /**
         * Remove an account
         * @description Its token is forgotten and its webhooks are no longer taken in. Its conversations stay; connecting the
         *     same number again brings it back.
         */
        delete: operations["remove_account"];
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description The app secret and the verify token are those of all numbers of the same app.
         */
        patch: operations["update_account"];
        trace?: never;
    };
    "/api/accounts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an account
         * @description Asks Meta about the token, the number and the subscription to webhooks, and keeps the answer.
         */
        post: operations["check_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The newest first, also those that were revoked.
         */
        get: operations["list_api_keys"];
        put?: never;
        /**
         * Create an API key
         * @description The key is in the answer and nowhere else; it can do no more than its maker.
         */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It stops working at once and for good; it stays in the list.
         */
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        /**
         * Rename an API key
         * @description What it may do stays as it is; make another key for that.
         */
        patch: operations["rename_api_key"];
        trace?: never;
    };
    "/api/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List attributes
         * @description Every definition of the workspace, in the order they were made.
         */
        get: operations["list_attributes"];
        put?: never;
        /**
         * Define an attribute
         * @description Customers may carry the key already, as untyped text: values that fit the type get it, the others
         *     stay as they are and are counted in the answer.
         */
        post: operations["create_attribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an attribute */
        get: operations["get_attribute"];
        put?: never;
        post?: never;
        /**
         * Delete an attribute
         * @description Its values are removed from every customer.
         */
        delete: operations["delete_attribute"];
        options?: never;
        head?: never;
        /**
         * Change an attribute
         * @description Another type needs every stored value to fit it without loss; otherwise the answer is 409
         *     `attribute.values_do_not_fit` with how many do not and for which customers, and nothing changes.
         *     Sending the present type checks all stored values again.
         */
        patch: operations["update_attribute"];
        trace?: never;
    };
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Every change by a member, a key or the command line, with its old and new value, newest first.
         */
        get: operations["list_audit_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description The most recently active first. A page beyond the last is empty.
         */
        get: operations["list_contacts"];
        put?: never;
        /**
         * Create a contact
         * @description With a customer of its own. A number that a contact has already is refused with 409 and that
         *     contact's id in `data`.
         */
        post: operations["create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact
         * @description With the customer's attributes as `metadata`.
         */
        get: operations["get_contact"];
        /**
         * Replace a contact's name and metadata
         * @description `metadata` becomes exactly what is sent; keys that are left out are removed.
         */
        put: operations["replace_contact"];
        post?: never;
        /**
         * Delete a contact
         * @description With its conversations and messages, and the customer too when it was the last contact. What
         *     stays is an audit entry without personal data and, after an opt-out, a hash of the address.
         */
        delete: operations["delete_contact"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description Keys of `metadata` that are absent stay; a key that is null is removed.
         */
        patch: operations["update_contact"];
        trace?: never;
    };
    "/api/contacts/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Assign a contact to a member
         * @description The member becomes the customer's owner, and answers the contact's open conversation.
         */
        put: operations["assign_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/session-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact's session data
         * @description What the latest conversation that ran a flow has collected; nulls and empty objects when none has.
         */
        get: operations["get_contact_session_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description The most recently active first.
         */
        get: operations["list_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a conversation
         * @description By its integer id or its uuid.
         */
        get: operations["get_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a conversation
         * @description Its status, who answers it, whether it is read. Each change is in its history.
         */
        patch: operations["update_conversation"];
        trace?: never;
    };
    "/api/conversations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a conversation's history
         * @description Every change of its status and assignee, what was read, and notes; with who did it, the old and
         *     the new value, newest first.
         */
        get: operations["list_conversation_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a conversation's messages
         * @description The newest first, by WhatsApp's own time of them; with the team's notes, and each with the message
         *     it answers and the reactions to it. Older and newer ones follow by the cursors.
         */
        get: operations["list_messages"];
        put?: never;
        /**
         * Send a message
         * @description Text, image, video, audio, document, sticker, location, contacts, reaction, template or interactive:
         *     `type`, and the content under that name, as in WhatsApp's Cloud API. `context.message_id` quotes a message
         *     by its `wamid`. With `send_at` (RFC 3339) it waits until then. It is checked against WhatsApp's limits
         *     at once and sent soon after; how it fares, its `status` tells. A request that is repeated with the same
         *     `Idempotency-Key` within a day sends nothing more and is answered with the same message.
         */
        post: operations["send_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel a scheduled message
         * @description It is removed, as if it had never been given. Only while it waits for its time.
         */
        delete: operations["cancel_message"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/messages/{message_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed message again
         * @description As another message with the same content, under the rules of today; the failed one stays what it is.
         */
        post: operations["retry_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note into a conversation
         * @description Only the team sees it, among the messages, with the direction `note`.
         */
        post: operations["create_thread_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/notes/{thread_note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a note in a conversation
         * @description Who wrote it may, and admins and owners.
         */
        delete: operations["delete_thread_note"];
        options?: never;
        head?: never;
        /**
         * Change a note in a conversation
         * @description Only who wrote it may; what a program wrote, any program may.
         */
        patch: operations["update_thread_note"];
        trace?: never;
    };
    "/api/conversations/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show that somebody is typing
         * @description For 25 seconds, or until the next message. What the customer wrote is marked as read with it.
         */
        post: operations["show_typing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/{customer}/session-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a customer's session status
         * @description Whether free-form messages can be sent, and for how long; once the window is closed, the templates
         *     that can be sent instead.
         */
        get: operations["get_session_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description The customers that fit a filter, newest message first unless `sort` says otherwise.
         */
        get: operations["list_customers"];
        put?: never;
        /**
         * Create a customer
         * @description A phone number becomes their WhatsApp contact. If the number is somebody's already, the answer is
         *     409 `contact.exists` with that contact and customer. A number that had opted out before its
         *     customer was deleted is opted out again.
         */
        post: operations["create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search customers
         * @description As the list, with the filter as JSON, as text, or both.
         */
        post: operations["search_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a customer */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        /**
         * Delete a customer
         * @description All that hangs on them goes for good: contacts, conversations, messages, notes, consent, timeline.
         *     Addresses that opted out are remembered as keyed hashes.
         */
        delete: operations["delete_customer"];
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Everything in the request is changed, or nothing is. Each change is told to the timeline with its
         *     old and new value.
         */
        patch: operations["update_customer"];
        trace?: never;
    };
    "/api/customers/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's consent decisions
         * @description Every decision ever recorded, newest first. None is ever changed or removed.
         */
        get: operations["list_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's conversations
         * @description The most recently active first, over all of the customer's contacts.
         */
        get: operations["list_customer_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a filter in the text form for one customer
         * @description Each part of the filter with whether it holds for this customer, and why.
         */
        get: operations["explain_customer"];
        put?: never;
        /**
         * Explain a filter for one customer
         * @description As `GET`, with the filter as JSON, as text, or both.
         */
        post: operations["explain_customer_filter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's notes
         * @description Newest first.
         */
        get: operations["list_notes"];
        put?: never;
        /** Write a note on a customer */
        post: operations["create_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/opted-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Opt a customer out of marketing, or in again
         * @description Adds a decision to the ledger, also when it says the same as the one before.
         */
        put: operations["set_opted_out"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's responses
         * @description Their answers in flows and forms, newest first.
         */
        get: operations["list_responses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tag a customer
         * @description Nothing changes when they have the tag already.
         */
        put: operations["add_customer_tag"];
        post?: never;
        /**
         * Untag a customer
         * @description Nothing changes when they do not have the tag.
         */
        delete: operations["remove_customer_tag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's timeline
         * @description What happened with them, with who did it and the old and new value of each change, newest first.
         */
        get: operations["list_customer_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List filter fields
         * @description Every field that filters of this workspace may name: the built-in ones, then its attributes. A filter
         *     that is stored should use `name`. `short_name` is what people type; an attribute with the key `city` or
         *     `country` takes that word from the built-in field, which is `location.city` or `location.country` then.
         */
        get: operations["list_filter_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/contacts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search contacts from the inbox
         * @description Best first: the very number or email, then names that begin with the search, then names with a
         *     word that does, then the rest; the most recently active first among equals.
         */
        get: operations["search_inbox_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the inbox
         * @description How many conversations each of its views has, up to 10,000.
         */
        get: operations["count_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the member's password and signs in; earlier sessions of the member end.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your own profile */
        patch: operations["update_me"];
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your own password
         * @description Every other session of yours ends. Guesses at the present one are counted as failures to sign in.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Everybody in the team, also those who are not active.
         */
        get: operations["list_members"];
        put?: never;
        /**
         * Add a member
         * @description With a first password they can sign in at once. Without one the answer has an invitation to hand
         *     over, with which they set their own within seven days.
         */
        post: operations["add_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a member */
        get: operations["get_member"];
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description They are signed out for good and their address is free again. Customers keep them as owner
         *     until somebody else is chosen, and what they did keeps their name.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        /**
         * Change a member
         * @description The name, the role, or whether they may sign in. A new role holds from the next request on and
         *     ends an open invitation. The last owner who can sign in stays an owner.
         */
        patch: operations["update_member"];
        trace?: never;
    };
    "/api/members/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a member again
         * @description For a member who lost the invitation or forgot the password. The earlier invitation ends; the
         *     present password works until this one is accepted.
         */
        post: operations["invite_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to a contact
         * @description In the contact's conversation with the number that is not resolved, or in a new one; otherwise as
         *     Send a message. To write first to somebody, send a template.
         */
        post: operations["send_message_to_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a note */
        delete: operations["delete_note"];
        options?: never;
        head?: never;
        /** Change a note */
        patch: operations["update_note"];
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in
         * @description The member or the API key, what they may do, and their workspace.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign in
         * @description The answer sets the session cookie. After ten failures within 15 minutes for an address, or fifty
         *     from one client, more attempts are refused with `too_many_attempts` for a while.
         */
        post: operations["sign_in"];
        /**
         * Sign out
         * @description Ends the session of this browser.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Where you are signed in, the last used first.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description Ends all your sessions, this one too.
         */
        delete: operations["sign_out_everywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether to set up
         * @description A new installation has no workspace and nobody who could sign in.
         */
        get: operations["get_setup"];
        put?: never;
        /**
         * Set up
         * @description Makes the first workspace and its owner, and signs the owner in. Once there is a workspace the
         *     answer is 409 `set_up_already`.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the simulated WhatsApp */
        get: operations["get_simulator"];
        /**
         * Switch the simulated WhatsApp on or off
         * @description On, the workspace has one more account, marked `simulated`, with a few approved templates. Off, that
         *     account is removed as any other: its conversations stay, and switching on again brings it back with
         *     the same people. Other accounts are not touched.
         */
        put: operations["switch_simulator"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/behaviour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how the simulated WhatsApp behaves */
        get: operations["get_simulator_behaviour"];
        /**
         * Set how the simulated WhatsApp behaves
         * @description What is left out is as at first: no faults. It holds until it is switched off or the server restarts.
         */
        put: operations["set_simulator_behaviour"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the time */
        get: operations["get_clock"];
        put?: never;
        /**
         * Move the time on
         * @description For the server and all its simulated WhatsApps, of every workspace, and never back. What becomes due
         *     happens at once. Only where the operator started the server with `--test-clock`.
         */
        post: operations["advance_clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the simulated people
         * @description The newest first; also while the simulated WhatsApp is off.
         */
        get: operations["list_simulated_people"];
        put?: never;
        /** Make a simulated person */
        post: operations["create_simulated_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a simulated person */
        get: operations["get_simulated_person"];
        put?: never;
        post?: never;
        /**
         * Take a simulated person out
         * @description Their number is free again, and what is sent to it fails. The customer they were stays.
         */
        delete: operations["remove_simulated_person"];
        options?: never;
        head?: never;
        /**
         * Change a simulated person
         * @description Their name, number and username, whether their phone is on, whether they block the business or want
         *     its marketing, and what they do by themselves.
         */
        patch: operations["update_simulated_person"];
        trace?: never;
    };
    "/api/simulator/people/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a file that a simulated phone shows */
        get: operations["get_simulated_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/people/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what a simulated phone shows
         * @description What the person got and wrote, with ticks, and templates as they read them. It is forgotten when the
         *     simulated WhatsApp is switched off or the server restarts; the conversation is not.
         */
        get: operations["get_simulated_phone"];
        put?: never;
        /**
         * Let a simulated person do something
         * @description Write, send a file, tap a button, answer a form, react, edit, delete: by `type`. It reaches the
         *     business as a signed webhook, as it would from Meta.
         */
        post: operations["do_on_simulated_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/people/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a simulated person read what was delivered */
        post: operations["read_on_simulated_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description The whole catalogue by name, with how many customers have each tag.
         */
        get: operations["list_tags"];
        put?: never;
        /** Create a tag */
        post: operations["create_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a tag
         * @description Everybody who has it loses it.
         */
        delete: operations["delete_tag"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description A new name is the new name for everybody who has the tag.
         */
        patch: operations["update_tag"];
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates
         * @description By name and language, as Meta last told of them.
         */
        get: operations["list_templates"];
        put?: never;
        /**
         * Create a template
         * @description Meta is asked for it at once, and looks at it for minutes or hours: until then it is `PENDING`.
         *     The category in the answer may be another than the one asked for.
         */
        post: operations["create_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync templates
         * @description Takes over what Meta lists. Templates that Meta no longer has are kept with the status `DELETED`.
         *     Webhooks keep templates up to date by themselves; this is for those that were missed or made before
         *     the number was connected.
         */
        post: operations["sync_templates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a template
         * @description With its components and what must be filled in to send it.
         */
        get: operations["get_template"];
        put?: never;
        post?: never;
        /**
         * Delete a template
         * @description Only this translation. It stays here with the status `DELETED`; Meta gives its name to another
         *     template only after thirty days.
         */
        delete: operations["delete_template"];
        options?: never;
        head?: never;
        /**
         * Change a template
         * @description Meta looks at it again, and it cannot be sent meanwhile. An approved one can be changed once a day
         *     and ten times in thirty days; name and language stay.
         */
        patch: operations["update_template"];
        trace?: never;
    };
    "/api/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a template
         * @description What the customer will read with these values, and all that keeps them from being sent.
         */
        post: operations["preview_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks that are not done
         * @description Newest first: what failed, what names a number that is no account, and what nothing uses yet.
         */
        get: operations["list_webhook_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a stored webhook */
        get: operations["get_webhook_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work on a stored webhook again
         * @description Whatever it says that is stored already stays as it is, so this is safe to repeat. One that is done
         *     is refused: it would only bring back people who were deleted since.
         */
        post: operations["replay_webhook_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the workspace
         * @description The one that the key or the session belongs to.
         */
        get: operations["get_workspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace
         * @description Its name, its time zone, or the country of numbers without one.
         */
        patch: operations["update_workspace"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description An invitation to accept.
         * @example {
         *       "password": "qahwa with cardamom",
         *       "token": "ci_q0XEXAMPLE"
         *     }
         */
        AcceptInvitation: {
            /** @description The person's name, if it should be another than the one they were invited by. */
            name?: string | null;
            /** @description The password to sign in with from now on, 10 to 200 characters. */
            password: string;
            /** @description The invitation's token. */
            token: string;
        };
        /** @description How an account is doing. */
        AccountCheck: {
            /** @description The account with what was learnt. */
            account: components["schemas"]["AccountView"];
            /** @description What Meta says, by subject. */
            findings: components["schemas"]["Finding"][];
            /** @description Whether everything is in order. */
            ok: boolean;
        };
        /**
         * Format: int64
         * @description A sender of the business, such as a WhatsApp number.
         */
        AccountId: number;
        /** @description A sender of the business. Its secrets are never shown. */
        AccountView: {
            /**
             * @description The kind of sender.
             * @example whatsapp
             */
            channel: string;
            /** @description When it was connected. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description The country of numbers written without one; the workspace's when null.
             * @example SA
             */
            default_region?: string | null;
            /**
             * @description The number as Meta writes it; null until Meta was asked.
             * @example +966 50 123 4567
             */
            display_phone?: string | null;
            /**
             * @description Where its Graph API is.
             * @example https://graph.facebook.com
             */
            graph_url: string;
            /** @description What Meta last said, by subject; `token`, `number` and `webhook` come from a check. */
            health: Record<string, never>;
            health_at?: components["schemas"]["Timestamp"] | null;
            /** @description Its id. */
            id: components["schemas"]["AccountId"];
            /**
             * @description Meta's word for how many people may be written to first each day.
             * @example TIER_2K
             */
            messaging_limit?: string | null;
            /**
             * @description What the team calls it.
             * @example Support
             */
            name: string;
            /**
             * @description Meta's id of the number.
             * @example 106540352242922
             */
            phone_number_id: string;
            /**
             * @description Meta's word for the number's quality: GREEN, YELLOW, RED or UNKNOWN.
             * @example GREEN
             */
            quality?: string | null;
            sending_paused?: components["schemas"]["SendingPaused"] | null;
            /**
             * @description Whether its WhatsApp is simulated by this server, so that no message reaches a real person.
             * @example false
             */
            simulated: boolean;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The id that other systems may keep.
             */
            uuid: string;
            /**
             * @description The name that customers see; null until Meta was asked.
             * @example Bayt Coffee
             */
            verified_name?: string | null;
            /**
             * @description Meta's id of the WhatsApp business account.
             * @example 102290129340398
             */
            waba_id: string;
            /**
             * @description The callback path to enter at Meta, behind this server's public address.
             * @example /webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90
             */
            webhook_path: string;
        };
        /**
         * @description A member to be added.
         * @example {
         *       "email": "huda@baytcoffee.sa",
         *       "name": "Huda Al-Harbi",
         *       "role": "agent"
         *     }
         */
        AddMember: {
            /** @description The address to sign in with; one address belongs to one member. */
            email: string;
            /** @description The person's name, up to 200 characters. */
            name: string;
            /** @description A first password, 10 to 200 characters. Without it the answer has an invitation. */
            password?: string | null;
            /** @description The role, none that the caller could not have. */
            role: components["schemas"]["Role"];
        };
        /** @description How far to move on. */
        AdvanceClock: {
            /**
             * Format: int64
             * @description Seconds, at most a year.
             * @example 90000
             */
            advance_seconds: number;
        };
        /**
         * Format: int64
         * @description A program's key to the API.
         */
        ApiKeyId: number;
        /** @description An API key, without the secret part. */
        ApiKeyView: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            created_by?: components["schemas"]["MemberId"] | null;
            /**
             * @description Its first characters, to tell keys apart.
             * @example ck_Zy81q
             */
            hint: string;
            /** @description The key's id. */
            id: components["schemas"]["ApiKeyId"];
            last_used_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description What it is called.
             * @example Salla shop
             */
            name: string;
            revoked_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description What it may do, by the names of permissions.
             * @example [
             *       "customers:read",
             *       "customers:write"
             *     ]
             */
            scopes: string[];
        };
        /** @description Who shall look after a contact. */
        AssignContact: {
            /**
             * Format: uuid
             * @description The member; null for nobody.
             */
            user_id: string | null;
        };
        /** @description A contact and who looks after it now. */
        AssignedContact: {
            /**
             * Format: uuid
             * @description The member who looks after the customer.
             */
            assigned_to?: string | null;
            /**
             * Format: uuid
             * @description The contact's id.
             */
            id: string;
            /** @description When the customer was changed last. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * Format: int64
         * @description A typed custom field.
         */
        AttributeId: number;
        /**
         * @description What the values of an attribute are.
         * @enum {string}
         */
        AttributeType: "text" | "number" | "boolean" | "date" | "time" | "datetime" | "json";
        /** @description A value of a defined attribute. */
        AttributeValue: {
            /**
             * @description The key.
             * @example city
             */
            key: string;
            /**
             * @description What people call it.
             * @example City
             */
            label: string;
            /** @description What its values are. */
            type: components["schemas"]["AttributeType"];
            /** @description The value, of that type. */
            value: unknown;
        };
        /** @description A typed custom field. */
        AttributeView: {
            /** @description When it was defined. */
            created_at: components["schemas"]["Timestamp"];
            /** @description What it is for. */
            description?: string | null;
            /** @description Its id. */
            id: components["schemas"]["AttributeId"];
            /**
             * @description The key in a customer's `metadata`; it never changes.
             * @example birthday
             */
            key: string;
            /**
             * @description What people call it.
             * @example Birthday
             */
            label: string;
            /** @description What its values are. */
            type: components["schemas"]["AttributeType"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description Changes to a contact; what is absent stays.
         * @example {
         *       "metadata": {
         *         "city": "Jeddah"
         *       },
         *       "name": "نورة الفيصل"
         *     }
         */
        ChangeContact: {
            /** @description Attributes by key. */
            metadata?: Record<string, never> | null;
            /** @description What to call the customer; null lets the name follow the WhatsApp profile again. */
            name?: string | null;
        };
        /**
         * @description A new password for oneself.
         * @example {
         *       "current": "qahwa with cardamom",
         *       "new": "qahwa without sugar"
         *     }
         */
        ChangePassword: {
            /** @description The present password. */
            current: string;
            /** @description The one from now on, 10 to 200 characters. */
            new: string;
        };
        /**
         * @description What to change about somebody; what is left out stays.
         * @example {
         *       "online": false
         *     }
         */
        ChangeSimulatedPerson: {
            /** @description Whether they read whatever is delivered. */
            auto_read?: boolean;
            /** @description What they answer by themselves. */
            auto_reply?: components["schemas"]["SimulatedReply"];
            /** @description Whether they have blocked the business, which is not told. */
            blocks_business?: boolean;
            /** @description Another name. */
            name?: string;
            /** @description Whether their phone is on. */
            online?: boolean;
            /** @description Another number, which also gives them another user id. The business is told by WhatsApp. */
            phone_number?: string;
            /** @description Another username; null gives it up. */
            username?: string | null;
            /** @description Whether they want the business's marketing. The business is told by WhatsApp. */
            wants_marketing?: boolean;
        };
        /** @description The time that this installation lives at. */
        ClockState: {
            /**
             * Format: int64
             * @description How far it was moved on, seconds.
             * @example 90000
             */
            ahead_seconds: number;
            /**
             * @description Whether it may be moved.
             * @example true
             */
            may_be_moved: boolean;
            /** @description The time. */
            now: components["schemas"]["Timestamp"];
        };
        /** @description A WhatsApp number to be connected. */
        ConnectAccount: {
            /**
             * @description A permanent token of a system user with the rights to manage and send WhatsApp messages.
             * @example EAAGm0PX4ZCps
             */
            access_token: string;
            /**
             * @description The app's secret, by which webhooks are verified.
             * @example 5d41402abc4b2a76b9719d911017c592
             */
            app_secret: string;
            /**
             * @description The country of numbers written without one.
             * @example SA
             */
            default_region?: string | null;
            /**
             * @description Another Graph API than Meta's own.
             * @example https://graph.facebook.com
             */
            graph_url?: string | null;
            /**
             * @description What the team calls it.
             * @example Support
             */
            name: string;
            /**
             * @description Meta's id of the number.
             * @example 106540352242922
             */
            phone_number_id: string;
            /**
             * @description A word of your choice, to be entered at Meta with the callback path.
             * @example a-word-of-your-choice
             */
            verify_token: string;
            /**
             * @description Meta's id of the WhatsApp business account.
             * @example 102290129340398
             */
            waba_id: string;
        };
        /**
         * Format: int64
         * @description One decision in the ledger.
         */
        ConsentId: number;
        /**
         * @description How we know of a decision.
         * @enum {string}
         */
        ConsentSource: "member" | "api" | "whatsapp" | "import" | "command" | "suppression";
        /** @description A decision of a customer, and how we know of it. */
        ConsentView: {
            /**
             * Format: int64
             * @description The member's or key's id.
             */
            actor_id?: number | null;
            /**
             * @description Who entered it: member, key, command, customer or system.
             * @example member
             */
            actor_kind: string;
            /** @description When the person decided. The newest decision of a purpose is in force. */
            at: components["schemas"]["Timestamp"];
            contact_id?: components["schemas"]["ContactId"] | null;
            /**
             * @description The words, where there were any.
             * @example STOP
             */
            evidence?: string | null;
            /** @description True for allowed, false for refused. */
            granted: boolean;
            /** @description The decision's id. */
            id: components["schemas"]["ConsentId"];
            /** @description What it is about. */
            purpose: components["schemas"]["Purpose"];
            /** @description When it was entered here. */
            recorded_at: components["schemas"]["Timestamp"];
            /** @description How we know. */
            source: components["schemas"]["ConsentSource"];
        };
        /** @description A contact with the customer's attributes. */
        ContactDetail: components["schemas"]["ContactItem"] & {
            /** @description The customer's attributes by key. */
            metadata: Record<string, never>;
        };
        /**
         * Format: int64
         * @description One way to reach a customer.
         */
        ContactId: number;
        /** @description A contact in a list. */
        ContactItem: {
            /**
             * Format: uuid
             * @description The account of the latest message, or the one the contact was made for.
             */
            account_id?: string | null;
            /**
             * Format: uuid
             * @description The member who looks after the customer.
             */
            assigned_to?: string | null;
            /** @description Always null: WhatsApp does not give the picture. */
            avatar_url?: string | null;
            /** @description When the contact was added. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The contact's id.
             */
            id: string;
            last_message_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description What the business calls the customer.
             * @example نورة الفيصل
             */
            name?: string | null;
            /**
             * @description E.164; null for people known by their WhatsApp user id only.
             * @example +966501234567
             */
            phone_number?: string | null;
            /**
             * @description What the person calls themselves on WhatsApp.
             * @example Noura
             */
            profile_name?: string | null;
        };
        /** @description A page of contacts. */
        ContactPage: {
            /** @description The contacts, the most recently active first. */
            items: components["schemas"]["ContactItem"][];
            /**
             * Format: int64
             * @description Rows of a page.
             * @example 20
             */
            limit: number;
            /**
             * Format: int64
             * @description The page asked for.
             * @example 1
             */
            page: number;
            /**
             * Format: int64
             * @description How many there are in all; estimated when a search has very many hits.
             * @example 100
             */
            total: number;
            /**
             * Format: int64
             * @description How many pages there are.
             * @example 5
             */
            total_pages: number;
        };
        /**
         * Format: int64
         * @description A stretch of messages between a contact and an account.
         */
        ConversationId: number;
        /** @description A conversation. */
        ConversationView: {
            assignee_id?: components["schemas"]["MemberId"] | null;
            /**
             * @description Of the latest outbound message: SERVICE, MARKETING, UTILITY or AUTHENTICATION.
             * @example SERVICE
             */
            category?: string | null;
            /** @description The contact it is with. */
            contact_id: components["schemas"]["ContactId"];
            /**
             * Format: int64
             * @description The flow it runs or ran.
             */
            conversation_flow_id?: number | null;
            /**
             * Format: int64
             * @description The step of the flow it stands at.
             */
            current_step_id?: number | null;
            /** @description The contact's customer. */
            customer_id: components["schemas"]["CustomerId"];
            /**
             * @description What the business calls them, else what they call themselves.
             * @example نورة الفيصل
             */
            customer_name?: string | null;
            /**
             * @description The contact's number; null for people known by their WhatsApp user id only.
             * @example +966501234567
             */
            customer_phone?: string | null;
            expires_at?: components["schemas"]["Timestamp"] | null;
            /** @description The conversation's id. */
            id: components["schemas"]["ConversationId"];
            /** @description Whether its flow has run to the end. */
            is_completed: boolean;
            last_interaction_at?: components["schemas"]["Timestamp"] | null;
            last_message?: components["schemas"]["LastMessage"] | null;
            /** @description The latest message in either direction. */
            last_message_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Messages in either direction.
             */
            messages_count: number;
            resolved_at?: components["schemas"]["Timestamp"] | null;
            /** @description What the flow has collected. */
            session_data: Record<string, never>;
            snoozed_until?: components["schemas"]["Timestamp"] | null;
            /** @description When it opened. */
            started_at: components["schemas"]["Timestamp"];
            /** @description Where it stands. */
            status: components["schemas"]["Status"];
            /**
             * Format: int64
             * @description Inbound messages that nobody has seen.
             */
            unread_count: number;
            /**
             * Format: uuid
             * @description Its id for other systems.
             */
            uuid: string;
            /** @description The business's account. */
            whatsapp_account_id: components["schemas"]["AccountId"];
        };
        /**
         * @description An API key to be made.
         * @example {
         *       "name": "Salla shop",
         *       "scopes": [
         *         "customers:read",
         *         "customers:write"
         *       ]
         *     }
         */
        CreateApiKey: {
            /** @description What it is called, up to 200 characters. */
            name: string;
            /** @description What it may do, by the names of permissions; none that its maker does not have. */
            scopes: string[];
        };
        /** @description A new attribute. */
        CreateAttribute: {
            /** @description What it is for; at most 1,000 characters. */
            description?: string | null;
            /**
             * @description A small letter, then small letters, digits and underscores; at most 63 in all.
             * @example birthday
             */
            key: string;
            /**
             * @description What people call it; at most 100 characters.
             * @example Birthday
             */
            label: string;
            /** @description What its values are. */
            type: components["schemas"]["AttributeType"];
        };
        /**
         * @description A contact to be.
         * @example {
         *       "metadata": {
         *         "city": "Riyadh"
         *       },
         *       "name": "نورة الفيصل",
         *       "phone_number": "+966 50 123 4567"
         *     }
         */
        CreateContact: {
            /**
             * Format: uuid
             * @description The account that will write to them.
             */
            account_id?: string | null;
            /** @description Attributes by key; those with a definition must fit its type, others are kept as text. */
            metadata?: Record<string, never> | null;
            /** @description What to call the customer; at most 200 characters. */
            name?: string | null;
            /** @description With its country code, or as it is dialled in the country of the account or workspace. */
            phone_number: string;
        };
        /**
         * @description A new customer. At least one of `name`, `phone` and `email` must be there.
         * @example {
         *       "attributes": {
         *         "plan": "gold"
         *       },
         *       "email": "sara@example.com",
         *       "language": "ar",
         *       "location": {
         *         "city": "الرياض",
         *         "country": "SA"
         *       },
         *       "name": "سارة القحطاني",
         *       "phone": "+966 55 987 6543",
         *       "tags": [
         *         "vip"
         *       ]
         *     }
         */
        CreateCustomer: {
            /** @description Custom fields by key; those with a definition must fit its type, others are kept as text. */
            attributes?: Record<string, never> | null;
            /** @description True for somebody we do not talk to. */
            blocked?: boolean | null;
            /**
             * @description Where mail reaches them.
             * @example sara@example.com
             */
            email?: string | null;
            /**
             * @description The language they prefer (BCP 47).
             * @example ar
             */
            language?: string | null;
            location?: components["schemas"]["LocationInput"] | null;
            /** @description The same as `attributes`. */
            metadata?: Record<string, never> | null;
            /**
             * @description What they are called; at most 200 characters.
             * @example سارة القحطاني
             */
            name?: string | null;
            /** @description True for somebody who refuses marketing. */
            opted_out?: boolean | null;
            owner_id?: components["schemas"]["MemberId"] | null;
            /**
             * @description Their WhatsApp number; without a country code it is read as one of the workspace's country.
             * @example +966 55 987 6543
             */
            phone?: string | null;
            stage?: components["schemas"]["Stage"] | null;
            /** @description Whether the stage stays until somebody clears it. */
            stage_pinned?: boolean | null;
            /**
             * @description The names of their tags. Unknown ones are made if the caller may (`tags:write`), else refused.
             * @example [
             *       "vip"
             *     ]
             */
            tags?: string[] | null;
        };
        /** @description A new label. */
        CreateTag: {
            /**
             * Format: int64
             * @description The hue of its colour in degrees, 0 to 359; neutral when absent.
             */
            hue?: number | null;
            /**
             * @description Its name, at most 60 characters, unlike any other's.
             * @example vip
             */
            name: string;
        };
        /** @description A new template. Other keys that Meta knows can be given as well. */
        CreateTemplate: {
            /** @description The account whose business account gets it. */
            account_id: components["schemas"]["AccountId"];
            /** @description What it is for. Meta may decide otherwise. */
            category: components["schemas"]["TemplateCategory"];
            /**
             * @description What it is made of, as Meta takes it: a `BODY`, and perhaps `HEADER`, `FOOTER` and `BUTTONS`.
             *     Each variable needs an example.
             * @example [
             *       {
             *         "example": {
             *           "body_text": [
             *             [
             *               "A-17",
             *               "45 SAR"
             *             ]
             *           ]
             *         },
             *         "text": "Your order {{1}} is confirmed. Total: {{2}}.",
             *         "type": "BODY"
             *       }
             *     ]
             */
            components: Record<string, never>[];
            /**
             * @description Meta's code of the language.
             * @example ar
             */
            language: string;
            /**
             * Format: int64
             * @description After how many seconds an undelivered message is dropped.
             * @example 43200
             */
            message_send_ttl_seconds?: number;
            /**
             * @description Its name: small letters a to z, digits and `_`, at most 512.
             * @example order_confirmation
             */
            name: string;
            /**
             * @description `POSITIONAL` for variables such as `{{1}}`, `NAMED` for `{{first_name}}`.
             * @default POSITIONAL
             * @example POSITIONAL
             */
            parameter_format: string;
        };
        /** @description A new attribute, and what became of values that customers had under its key already. */
        CreatedAttribute: components["schemas"]["AttributeView"] & {
            /**
             * Format: int64
             * @description Customers whose value was given the type.
             */
            fitting: number;
            /**
             * Format: int64
             * @description Customers whose value does not fit the type and was left as untyped text.
             */
            not_fitting: number;
        };
        /** @description A contact that was just made. */
        CreatedContact: {
            /**
             * Format: uuid
             * @description The account it was made for.
             */
            account_id?: string | null;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The contact's id.
             */
            id: string;
            /** @description What the business calls the customer. */
            name?: string | null;
            /**
             * @description E.164; null for people known by their WhatsApp user id only.
             * @example +966501234567
             */
            phone_number?: string | null;
        };
        /**
         * Format: int64
         * @description One person, as a workspace knows them.
         */
        CustomerId: number;
        /** @description A page of customers, and the filter they fit. */
        CustomerPage: {
            /** @description The filter in its one JSON form. */
            filter: Record<string, never>;
            /** @description The customers, in the order asked for. */
            items: components["schemas"]["CustomerView"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * @description The same in its one text form.
             * @example tag:vip
             */
            q: string;
            /**
             * Format: int64
             * @description How many customers fit, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate, because counting would take too long. */
            total_is_estimate?: boolean;
        };
        /**
         * @description Whether we talk to a customer.
         * @enum {string}
         */
        CustomerStatus: "active" | "blocked";
        /** @description One person, as the workspace knows them. */
        CustomerView: {
            /** @description The values of defined attributes, with label and type. */
            attributes: components["schemas"]["AttributeValue"][];
            /** @description The ways to reach them. */
            contacts: components["schemas"]["IdentityView"][];
            /** @description When they became a customer here. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: double
             * @description The average of their scores from 1 to 5.
             * @example 4.5
             */
            csat_score?: number | null;
            /**
             * @description Where mail reaches them.
             * @example sara@example.com
             */
            email?: string | null;
            first_conversation_at?: components["schemas"]["Timestamp"] | null;
            /** @description The customer's id. */
            id: components["schemas"]["CustomerId"];
            /**
             * @description The language they prefer (BCP 47).
             * @example ar
             */
            language?: string | null;
            last_contact_at?: components["schemas"]["Timestamp"] | null;
            last_conversation_at?: components["schemas"]["Timestamp"] | null;
            /** @description Where they live. */
            location: components["schemas"]["Location"];
            /** @description Every custom field by its key: typed where the key is a defined attribute, else text. */
            metadata: Record<string, never>;
            /**
             * @description What they are called.
             * @example سارة القحطاني
             */
            name?: string | null;
            /** @description Whether they refuse marketing. */
            opted_out: boolean;
            /**
             * Format: int64
             * @description How many orders they placed.
             */
            orders_count: number;
            owner?: components["schemas"]["MemberRef"] | null;
            /**
             * @description The number of their oldest contact that has one, with country code.
             * @example +966501234567
             */
            phone?: string | null;
            /** @description Other customers who may be the same person, until somebody decides. */
            possible_duplicates: components["schemas"]["PossibleDuplicate"][];
            /** @description How we came to know them. */
            source: components["schemas"]["Source"];
            /** @description Where they stand on their journey. */
            stage: components["schemas"]["Stage"];
            /** @description Whether somebody set the stage by hand, so that no rule moves it. */
            stage_pinned: boolean;
            /** @description Whether we talk to them at all. */
            status: components["schemas"]["CustomerStatus"];
            /**
             * @description The names of their tags.
             * @example [
             *       "vip",
             *       "returning",
             *       "riyadh"
             *     ]
             */
            tags: string[];
            /**
             * Format: int64
             * @description How many conversations there were.
             */
            total_conversations: number;
            /**
             * Format: int64
             * @description How many messages there were, both ways.
             */
            total_messages: number;
            /** @description When the profile last changed; every change makes it later. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The customer's uuid.
             */
            uuid: string;
        };
        /**
         * @description Something that a simulated person does towards the business; what is needed besides `type` is said
         *     at each of them.
         * @example {
         *       "body": "متى تفتحون؟",
         *       "type": "text"
         *     }
         */
        DoOnPhone: {
            /** @description How to find the place. */
            address?: string;
            /** @description A form's answers by field. */
            answers: Record<string, never>;
            /** @description The words. */
            body?: string;
            /** @description The words under a file. */
            caption?: string;
            /** @description The id or the title of the button or row; the first one when left out. */
            choice?: string;
            /** @description Contact cards, as WhatsApp writes them. */
            contacts: Record<string, never>[];
            /** @description A file's bytes in base64; a small sample is sent without them. */
            data?: string;
            /**
             * @description The emoji; left out to take the reaction away.
             * @example 👍
             */
            emoji?: string;
            /**
             * @description A document's name.
             * @example menu.pdf
             */
            filename?: string;
            /** @description Whether it was forwarded from elsewhere. */
            forwarded?: boolean;
            /**
             * Format: double
             * @description Degrees north.
             */
            latitude?: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            longitude?: number;
            /** @description The `id` of the message that is tapped, answered, reacted to, edited or revoked. */
            message?: string;
            /**
             * @description The file's type; the usual one of its kind when left out.
             * @example image/jpeg
             */
            mime_type?: string;
            /** @description What the place is called. */
            name?: string;
            /** @description The advertisement that they came from, as WhatsApp's `referral`. */
            referral: Record<string, never>;
            /** @description The `id` of a message that is quoted. */
            reply_to?: string;
            /** @description What they do. */
            type: components["schemas"]["SimulatedDeed"];
            /** @description Whether the sound is a recorded voice note. */
            voice?: boolean;
        };
        /** @description A message that a simulated person has just written, or what changed another one. */
        DoneOnPhone: {
            /**
             * @description WhatsApp's id of it.
             * @example wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA==
             */
            id: string;
        };
        /**
         * Format: int64
         * @description An entry of the timeline and the audit log.
         */
        EventId: number;
        /** @description Something that happened, with who did it. */
        EventView: {
            /**
             * Format: int64
             * @description The member's or key's id.
             */
            actor_id?: number | null;
            /**
             * @description Who did it: member, key, command, customer or system.
             * @example member
             */
            actor_kind: string;
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            customer_id?: components["schemas"]["CustomerId"] | null;
            /** @description For a change the old and the new value, and what else explains it. */
            data: Record<string, never>;
            /** @description The event's id; later events have larger ones. */
            id: components["schemas"]["EventId"];
            /**
             * @description What happened, such as `customer.name_changed`.
             * @example tag.renamed
             */
            kind: string;
        };
        /** @description The filter to explain. */
        ExplainFilter: {
            /** @description A filter in the JSON form. */
            filter?: Record<string, never> | null;
            /**
             * @description A filter in the text form. With `filter`, both are explained.
             * @example tag:vip
             */
            q?: string | null;
        };
        /** @description One part of a filter and its answer for one customer. */
        Explanation: {
            actual?: components["schemas"]["Value"] | null;
            /** @description Whether it holds for this customer. */
            holds: boolean;
            /** @description What this part is. */
            part: components["schemas"]["Part"];
            /** @description The parts of a group or negation. */
            parts?: components["schemas"]["Explanation"][];
            /** @description The part in the text form. */
            text: string;
            /** @description The reason in a few words. */
            why: string;
        };
        /** @description A failure of the contacts API. */
        Failure: {
            /** @description Null, or facts about the failure such as the id of the record that is in the way. */
            data?: Record<string, never> | null;
            /** @description The values at fault, for invalid input. */
            errors?: components["schemas"]["FieldError"][];
            /** @description What happened and what to do about it. */
            message: string;
            /**
             * @description Always `error`.
             * @example error
             */
            status: string;
        };
        /** @description One value at fault. */
        FieldError: {
            /**
             * @description Where it stands: a key, a path such as `metadata.birthday`, or a query parameter.
             * @example phone_number
             */
            field: string;
            /**
             * @description What is wrong with it and what would be right.
             * @example is not a phone number: it has no country code
             */
            message: string;
        };
        /** @description A field that a filter may name. */
        FilterField: {
            /**
             * @description What it holds: text, number, boolean, date, time, datetime, json, tags, enum, id, member, account.
             * @example datetime
             */
            kind: string;
            /**
             * @description What people call it.
             * @example Last inbound
             */
            label: string;
            /**
             * @description The name, as in the JSON form.
             * @example last_inbound_at
             */
            name: string;
            /**
             * @description The operators it takes, by their names in the JSON form.
             * @example [
             *       "eq",
             *       "within_last",
             *       "is_set"
             *     ]
             */
            operators: string[];
            /**
             * @description The name in the text form.
             * @example last_inbound
             */
            short_name: string;
            /** @description The words it may be, when they are fixed. */
            values?: string[];
        };
        /** @description What Meta says about one subject. */
        Finding: {
            /**
             * @description What was found, and what to do if it is not in order.
             * @example No app receives this business account's webhooks.
             */
            message: string;
            /** @description Whether it is in order; null when it could not be found out. */
            ok?: boolean | null;
            /**
             * @description `token`, `number` or `webhook`.
             * @example webhook
             */
            subject: string;
        };
        /** @description A contact that a search found. */
        FoundContact: {
            /** @description The customer's id. */
            customer_id: components["schemas"]["CustomerId"];
            /** @description The contact's id. */
            id: components["schemas"]["ContactId"];
            /**
             * @description What the business calls them, else what they call themselves.
             * @example Mohammed Ali
             */
            name?: string | null;
            /**
             * @description E.164; null for people known by their WhatsApp user id only.
             * @example +966501234567
             */
            phone?: string | null;
            /**
             * @description `customer` once there was a conversation, `contact` before.
             * @example customer
             */
            source: string;
        };
        /** @description Contacts that a search found. */
        FoundContacts: {
            /** @description The best first. */
            contacts: components["schemas"]["FoundContact"][];
        };
        /** @description One way to reach a customer. */
        IdentityView: {
            account_id?: components["schemas"]["AccountId"] | null;
            /**
             * @description The channel.
             * @example whatsapp
             */
            channel: string;
            /** @description When the contact was added. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The contact's id. */
            id: components["schemas"]["ContactId"];
            last_inbound_at?: components["schemas"]["Timestamp"] | null;
            last_message_at?: components["schemas"]["Timestamp"] | null;
            /** @description The number; null for people known by their user id only. */
            phone?: string | null;
            /** @description What the person calls themselves. */
            profile_name?: string | null;
            /** @description The business-scoped user id. */
            user_id?: string | null;
            /** @description The user name. */
            username?: string | null;
            /**
             * Format: uuid
             * @description The contact's uuid, by which the contacts API knows it.
             */
            uuid: string;
            /** @description The digits as WhatsApp writes them, where they were seen. */
            wa_id?: string | null;
        };
        /** @description How many conversations each view of the inbox has. */
        InboxCounts: {
            /**
             * Format: int64
             * @description Open ones that the caller answers; null for an API key.
             * @example 7
             */
            mine?: number | null;
            /**
             * Format: int64
             * @description Where counting ends: this number means as many or more.
             * @example 10000
             */
            most: number;
            /**
             * Format: int64
             * @description Open ones.
             * @example 42
             */
            open: number;
            /**
             * Format: int64
             * @description Pending ones.
             * @example 12
             */
            pending: number;
            /**
             * Format: int64
             * @description Snoozed ones.
             * @example 5
             */
            snoozed: number;
            /**
             * Format: int64
             * @description Open ones that nobody answers.
             * @example 3
             */
            unassigned: number;
            /**
             * Format: int64
             * @description Those with something unread, whatever their status.
             * @example 9
             */
            unread: number;
        };
        /** @description An invitation; whoever has its token can set the member's password, once. */
        InvitationView: {
            /** @description When it ends. */
            expires_at: components["schemas"]["Timestamp"];
            /**
             * @description The token, shown this once.
             * @example ci_q0XEXAMPLE
             */
            token: string;
        };
        /** @description The latest message of a conversation, as a list shows it. */
        LastMessage: {
            /**
             * @description `in` from the customer, `out` to them.
             * @example in
             */
            direction: string;
            /** @description The message's id. */
            id: components["schemas"]["MessageId"];
            /**
             * @description Of outbound ones: queued, sent, delivered, read, played or failed.
             * @example read
             */
            status?: string | null;
            /**
             * @description The first 160 characters; null without text, and of a message that was taken back.
             * @example مرحباً، هل الطلب جاهز؟
             */
            text?: string | null;
            /**
             * @description The type, such as text, image or interactive.
             * @example text
             */
            type: string;
        };
        /** @description Where somebody lives. */
        Location: {
            /**
             * @description The city.
             * @example الرياض
             */
            city?: string | null;
            /**
             * @description The country (ISO 3166-1 alpha-2).
             * @example SA
             */
            country?: string | null;
        };
        /** @description Where somebody lives. */
        LocationInput: {
            /**
             * @description The city; at most 100 characters.
             * @example الرياض
             */
            city?: string | null;
            /**
             * @description The country (ISO 3166-1 alpha-2).
             * @example SA
             */
            country?: string | null;
        };
        /**
         * Format: int64
         * @description A person of the team.
         */
        MemberId: number;
        /** @description A member of the team, by name. */
        MemberRef: {
            /** @description The member's id. */
            id: components["schemas"]["MemberId"];
            /** @description The member's name. */
            name: string;
            /**
             * Format: uuid
             * @description The member's uuid.
             */
            uuid: string;
        };
        /** @description A person of the team. */
        MemberView: {
            /** @description Whether they may sign in. */
            active: boolean;
            /** @description When they were added. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description The address to sign in with.
             * @example huda@baytcoffee.sa
             */
            email: string;
            /** @description Whether they have a password; without one an invitation waits for them. */
            has_password: boolean;
            /** @description The member's id. */
            id: components["schemas"]["MemberId"];
            /**
             * @description The person's name.
             * @example Huda Al-Harbi
             */
            name: string;
            /** @description The role in the team. */
            role: components["schemas"]["Role"];
            /** @description When their name, role or password was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The id that other systems may keep.
             */
            uuid: string;
        };
        /** @description Why a message failed. */
        MessageFailure: {
            /**
             * @description Meta's code, or ours: customer_blocked, opted_out, window_closed, no_address, account_removed,
             *     file_failed, outcome_unknown, invalid.
             * @example 131026
             */
            code: string;
            /** @description Meta's own words. */
            details?: string | null;
            /**
             * @description What happened and what to do, in English.
             * @example The message cannot be delivered to this number.
             */
            message: string;
            /**
             * @description The same in Arabic.
             * @example لا يمكن تسليم الرسالة إلى هذا الرقم.
             */
            message_ar: string;
            /**
             * @description Whether sending it again can succeed: `yes`; `later`, after hours or once somebody has acted;
             *     `no`, as it is.
             * @example no
             */
            retry: string;
        };
        /**
         * Format: int64
         * @description One message, in or out.
         */
        MessageId: number;
        /** @description A page of messages, the newest first. */
        MessagePage: {
            /** @description The messages. */
            items: components["schemas"]["MessageView"][];
            /** @description Where older ones begin; null when these are the oldest. */
            next_cursor?: string | null;
            /** @description Where newer ones begin, also those that are still to come; null when there are none at all. */
            previous_cursor?: string | null;
        };
        /** @description A message. */
        MessageView: {
            /**
             * @description WhatsApp's time of it; of one of ours when it was given to be sent, or will be; of a note when it
             *     was written.
             */
            at: components["schemas"]["Timestamp"];
            author_id?: components["schemas"]["MemberId"] | null;
            /**
             * @description That member's name.
             * @example Sara
             */
            author_name?: string | null;
            /** @description SERVICE, MARKETING, UTILITY or AUTHENTICATION, of outbound ones. */
            category?: string | null;
            /**
             * @description `in` from the customer, `out` to them, `note` for the team only.
             * @example in
             */
            direction: string;
            edited_at?: components["schemas"]["Timestamp"] | null;
            /** @description What went wrong, as WhatsApp said. */
            errors?: Record<string, never> | null;
            failure?: components["schemas"]["MessageFailure"] | null;
            /**
             * @description What WhatsApp delivered first, of a message that was edited or taken back. Only for callers
             *     with `audit:read`.
             */
            first_version?: Record<string, never>;
            /** @description The message's id. */
            id: components["schemas"]["MessageId"];
            /** @description The members whom a note names. */
            mention_ids?: components["schemas"]["MemberId"][];
            /** @description All the rest, by type; empty when it was taken back. */
            payload: Record<string, never>;
            /** @description How WhatsApp charged it. */
            pricing?: Record<string, never> | null;
            quote?: components["schemas"]["Quote"] | null;
            /** @description The reactions to it. */
            reactions: components["schemas"]["Reaction"][];
            /** @description When it reached us. */
            received_at: components["schemas"]["Timestamp"];
            /** @description The `wamid` of the message it answers. */
            reply_to?: string | null;
            revoked_at?: components["schemas"]["Timestamp"] | null;
            /** @description Of outbound ones: scheduled, queued, sent, delivered, read, played or failed. */
            status?: string | null;
            /**
             * @description What a person reads of it; null when it was taken back.
             * @example مرحباً، هل الطلب جاهز؟
             */
            text?: string | null;
            /**
             * @description The type, such as text, image or interactive.
             * @example text
             */
            type: string;
            /** @description WhatsApp's id. */
            wamid?: string | null;
        };
        /** @description A new API key, with the secret that is shown this once. */
        NewApiKeyView: components["schemas"]["ApiKeyView"] & {
            /**
             * @description The key itself. Keep it now: it cannot be shown again.
             * @example ck_Zy81qEXAMPLE
             */
            key: string;
        };
        /** @description A member who was added just now. */
        NewMemberView: components["schemas"]["MemberView"] & {
            invitation?: components["schemas"]["InvitationView"] | null;
        };
        /** @description Somebody to make. */
        NewSimulatedPerson: {
            /** @description Whether they read whatever is delivered; false when left out. */
            auto_read?: boolean;
            /** @description What they answer by themselves; nothing when left out. */
            auto_reply?: components["schemas"]["SimulatedReply"];
            /**
             * @description The name they chose.
             * @example نورة العتيبي
             */
            name: string;
            /**
             * @description Their number, with its country code. Without one the business knows them by their user id only.
             * @example +966 50 123 4567
             */
            phone_number?: string | null;
            /**
             * @description Their username, which hides the number from the business until it has written to the number.
             * @example noura
             */
            username?: string | null;
        };
        /**
         * Format: int64
         * @description A member's private remark on a customer.
         */
        NoteId: number;
        /** @description A remark on a customer. */
        NoteView: {
            author?: components["schemas"]["MemberRef"] | null;
            /**
             * @description The text; it may have several lines.
             * @example Prefers calls after 18:00.
             */
            body: string;
            /** @description When it was written. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The customer it is about. */
            customer_id: components["schemas"]["CustomerId"];
            /** @description Its id. */
            id: components["schemas"]["NoteId"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description No data: what was asked for is done.
         * @default null
         */
        Nothing: unknown;
        /** @description Whether the customer refuses marketing now. */
        OptedOut: {
            /** @description Whether they do. */
            opted_out: boolean;
        };
        /** @description A page of a list. */
        Page_AccountView: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * @description The kind of sender.
                 * @example whatsapp
                 */
                channel: string;
                /** @description When it was connected. */
                created_at: components["schemas"]["Timestamp"];
                /**
                 * @description The country of numbers written without one; the workspace's when null.
                 * @example SA
                 */
                default_region?: string | null;
                /**
                 * @description The number as Meta writes it; null until Meta was asked.
                 * @example +966 50 123 4567
                 */
                display_phone?: string | null;
                /**
                 * @description Where its Graph API is.
                 * @example https://graph.facebook.com
                 */
                graph_url: string;
                /** @description What Meta last said, by subject; `token`, `number` and `webhook` come from a check. */
                health: Record<string, never>;
                health_at?: components["schemas"]["Timestamp"] | null;
                /** @description Its id. */
                id: components["schemas"]["AccountId"];
                /**
                 * @description Meta's word for how many people may be written to first each day.
                 * @example TIER_2K
                 */
                messaging_limit?: string | null;
                /**
                 * @description What the team calls it.
                 * @example Support
                 */
                name: string;
                /**
                 * @description Meta's id of the number.
                 * @example 106540352242922
                 */
                phone_number_id: string;
                /**
                 * @description Meta's word for the number's quality: GREEN, YELLOW, RED or UNKNOWN.
                 * @example GREEN
                 */
                quality?: string | null;
                sending_paused?: components["schemas"]["SendingPaused"] | null;
                /**
                 * @description Whether its WhatsApp is simulated by this server, so that no message reaches a real person.
                 * @example false
                 */
                simulated: boolean;
                /** @description When it was last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: uuid
                 * @description The id that other systems may keep.
                 */
                uuid: string;
                /**
                 * @description The name that customers see; null until Meta was asked.
                 * @example Bayt Coffee
                 */
                verified_name?: string | null;
                /**
                 * @description Meta's id of the WhatsApp business account.
                 * @example 102290129340398
                 */
                waba_id: string;
                /**
                 * @description The callback path to enter at Meta, behind this server's public address.
                 * @example /webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90
                 */
                webhook_path: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_ApiKeyView: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description When it was made. */
                created_at: components["schemas"]["Timestamp"];
                created_by?: components["schemas"]["MemberId"] | null;
                /**
                 * @description Its first characters, to tell keys apart.
                 * @example ck_Zy81q
                 */
                hint: string;
                /** @description The key's id. */
                id: components["schemas"]["ApiKeyId"];
                last_used_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * @description What it is called.
                 * @example Salla shop
                 */
                name: string;
                revoked_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * @description What it may do, by the names of permissions.
                 * @example [
                 *       "customers:read",
                 *       "customers:write"
                 *     ]
                 */
                scopes: string[];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_AttributeView: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description When it was defined. */
                created_at: components["schemas"]["Timestamp"];
                /** @description What it is for. */
                description?: string | null;
                /** @description Its id. */
                id: components["schemas"]["AttributeId"];
                /**
                 * @description The key in a customer's `metadata`; it never changes.
                 * @example birthday
                 */
                key: string;
                /**
                 * @description What people call it.
                 * @example Birthday
                 */
                label: string;
                /** @description What its values are. */
                type: components["schemas"]["AttributeType"];
                /** @description When it was last changed. */
                updated_at: components["schemas"]["Timestamp"];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_ConsentView: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * Format: int64
                 * @description The member's or key's id.
                 */
                actor_id?: number | null;
                /**
                 * @description Who entered it: member, key, command, customer or system.
                 * @example member
                 */
                actor_kind: string;
                /** @description When the person decided. The newest decision of a purpose is in force. */
                at: components["schemas"]["Timestamp"];
                contact_id?: components["schemas"]["ContactId"] | null;
                /**
                 * @description The words, where there were any.
                 * @example STOP
                 */
                evidence?: string | null;
                /** @description True for allowed, false for refused. */
                granted: boolean;
                /** @description The decision's id. */
                id: components["schemas"]["ConsentId"];
                /** @description What it is about. */
                purpose: components["schemas"]["Purpose"];
                /** @description When it was entered here. */
                recorded_at: components["schemas"]["Timestamp"];
                /** @description How we know. */
                source: components["schemas"]["ConsentSource"];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_ConversationView: {
            /** @description The rows, in the order asked for. */
            items: {
                assignee_id?: components["schemas"]["MemberId"] | null;
                /**
                 * @description Of the latest outbound message: SERVICE, MARKETING, UTILITY or AUTHENTICATION.
                 * @example SERVICE
                 */
                category?: string | null;
                /** @description The contact it is with. */
                contact_id: components["schemas"]["ContactId"];
                /**
                 * Format: int64
                 * @description The flow it runs or ran.
                 */
                conversation_flow_id?: number | null;
                /**
                 * Format: int64
                 * @description The step of the flow it stands at.
                 */
                current_step_id?: number | null;
                /** @description The contact's customer. */
                customer_id: components["schemas"]["CustomerId"];
                /**
                 * @description What the business calls them, else what they call themselves.
                 * @example نورة الفيصل
                 */
                customer_name?: string | null;
                /**
                 * @description The contact's number; null for people known by their WhatsApp user id only.
                 * @example +966501234567
                 */
                customer_phone?: string | null;
                expires_at?: components["schemas"]["Timestamp"] | null;
                /** @description The conversation's id. */
                id: components["schemas"]["ConversationId"];
                /** @description Whether its flow has run to the end. */
                is_completed: boolean;
                last_interaction_at?: components["schemas"]["Timestamp"] | null;
                last_message?: components["schemas"]["LastMessage"] | null;
                /** @description The latest message in either direction. */
                last_message_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Messages in either direction.
                 */
                messages_count: number;
                resolved_at?: components["schemas"]["Timestamp"] | null;
                /** @description What the flow has collected. */
                session_data: Record<string, never>;
                snoozed_until?: components["schemas"]["Timestamp"] | null;
                /** @description When it opened. */
                started_at: components["schemas"]["Timestamp"];
                /** @description Where it stands. */
                status: components["schemas"]["Status"];
                /**
                 * Format: int64
                 * @description Inbound messages that nobody has seen.
                 */
                unread_count: number;
                /**
                 * Format: uuid
                 * @description Its id for other systems.
                 */
                uuid: string;
                /** @description The business's account. */
                whatsapp_account_id: components["schemas"]["AccountId"];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_EventView: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * Format: int64
                 * @description The member's or key's id.
                 */
                actor_id?: number | null;
                /**
                 * @description Who did it: member, key, command, customer or system.
                 * @example member
                 */
                actor_kind: string;
                /** @description When it happened. */
                at: components["schemas"]["Timestamp"];
                customer_id?: components["schemas"]["CustomerId"] | null;
                /** @description For a change the old and the new value, and what else explains it. */
                data: Record<string, never>;
                /** @description The event's id; later events have larger ones. */
                id: components["schemas"]["EventId"];
                /**
                 * @description What happened, such as `customer.name_changed`.
                 * @example tag.renamed
                 */
                kind: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_FilterField: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * @description What it holds: text, number, boolean, date, time, datetime, json, tags, enum, id, member, account.
                 * @example datetime
                 */
                kind: string;
                /**
                 * @description What people call it.
                 * @example Last inbound
                 */
                label: string;
                /**
                 * @description The name, as in the JSON form.
                 * @example last_inbound_at
                 */
                name: string;
                /**
                 * @description The operators it takes, by their names in the JSON form.
                 * @example [
                 *       "eq",
                 *       "within_last",
                 *       "is_set"
                 *     ]
                 */
                operators: string[];
                /**
                 * @description The name in the text form.
                 * @example last_inbound
                 */
                short_name: string;
                /** @description The words it may be, when they are fixed. */
                values?: string[];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_MemberView: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description Whether they may sign in. */
                active: boolean;
                /** @description When they were added. */
                created_at: components["schemas"]["Timestamp"];
                /**
                 * @description The address to sign in with.
                 * @example huda@baytcoffee.sa
                 */
                email: string;
                /** @description Whether they have a password; without one an invitation waits for them. */
                has_password: boolean;
                /** @description The member's id. */
                id: components["schemas"]["MemberId"];
                /**
                 * @description The person's name.
                 * @example Huda Al-Harbi
                 */
                name: string;
                /** @description The role in the team. */
                role: components["schemas"]["Role"];
                /** @description When their name, role or password was last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: uuid
                 * @description The id that other systems may keep.
                 */
                uuid: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_NoteView: {
            /** @description The rows, in the order asked for. */
            items: {
                author?: components["schemas"]["MemberRef"] | null;
                /**
                 * @description The text; it may have several lines.
                 * @example Prefers calls after 18:00.
                 */
                body: string;
                /** @description When it was written. */
                created_at: components["schemas"]["Timestamp"];
                /** @description The customer it is about. */
                customer_id: components["schemas"]["CustomerId"];
                /** @description Its id. */
                id: components["schemas"]["NoteId"];
                /** @description When it was last changed. */
                updated_at: components["schemas"]["Timestamp"];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_ResponseView: {
            /** @description The rows, in the order asked for. */
            items: {
                conversation_id?: components["schemas"]["ConversationId"] | null;
                /** @description When it was given. */
                created_at: components["schemas"]["Timestamp"];
                /** @description The customer who answered. */
                customer_id: components["schemas"]["CustomerId"];
                /** @description Its id. */
                id: components["schemas"]["ResponseId"];
                /**
                 * @description What the answer was saved as.
                 * @example service_choice
                 */
                question_key: string;
                /**
                 * @description The question as it was asked.
                 * @example What service do you need?
                 */
                question_text: string;
                /** @description What else is known of it. */
                response_metadata: Record<string, never>;
                /** @description How it was given. */
                response_type: components["schemas"]["ResponseType"];
                /**
                 * @description The answer.
                 * @example Delivery
                 */
                response_value: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_SessionEntry: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description When it began. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Whether it is the one this request was made with. */
                current: boolean;
                /** @description When it ends by itself. */
                expires_at: components["schemas"]["Timestamp"];
                /** @description When it was last used, to the minute. */
                last_used_at: components["schemas"]["Timestamp"];
                /**
                 * @description How the browser calls itself.
                 * @example Mozilla/5.0 (X11; Linux x86_64) Firefox/148.0
                 */
                user_agent?: string | null;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_SimulatedPerson: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description Whether they read whatever is delivered. */
                auto_read: boolean;
                /** @description What they answer by themselves. */
                auto_reply: components["schemas"]["SimulatedReply"];
                /**
                 * @description Whether they have blocked the business.
                 * @example false
                 */
                blocks_business: boolean;
                /** @description When they were made. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Their id. */
                id: components["schemas"]["SimulatedPersonId"];
                /**
                 * @description The name they chose.
                 * @example نورة العتيبي
                 */
                name: string;
                /**
                 * @description Whether their phone is on; messages are not delivered while it is off.
                 * @example true
                 */
                online: boolean;
                /**
                 * @description Their number; null for somebody who is only known by username or user id.
                 * @example +966501234567
                 */
                phone_number?: string | null;
                /**
                 * @description The id by which the business knows them.
                 * @example SA.5612345678901234567
                 */
                user_id?: string | null;
                /**
                 * @description Their username, which hides the number from the business until it knows it.
                 * @example noura
                 */
                username?: string | null;
                /**
                 * @description Whether they want the business's marketing.
                 * @example true
                 */
                wants_marketing: boolean;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_TagView: {
            /** @description The rows, in the order asked for. */
            items: {
                /** @description When it was made. */
                created_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description How many customers have it.
                 */
                customers_count: number;
                /**
                 * Format: int64
                 * @description The hue of its colour in degrees, 0 to 359; null is neutral.
                 */
                hue?: number | null;
                /** @description Its id. */
                id: components["schemas"]["TagId"];
                /**
                 * @description Its name.
                 * @example vip
                 */
                name: string;
                /** @description When it was last changed. */
                updated_at: components["schemas"]["Timestamp"];
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_TemplateView: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * @description The words of its body; null where WhatsApp writes them.
                 * @example Your order {{1}} is confirmed. Total: {{2}}.
                 */
                body?: string | null;
                /**
                 * @description `MARKETING`, `UTILITY` or `AUTHENTICATION`; decides the price.
                 * @example UTILITY
                 */
                category: string;
                /** @description When Clientele first knew of it. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Its id. */
                id: components["schemas"]["TemplateId"];
                /**
                 * @description Meta's code of the language.
                 * @example ar
                 */
                language: string;
                /**
                 * Format: int64
                 * @description After how many seconds an undelivered message of it is dropped; null for WhatsApp's own time.
                 * @example null
                 */
                message_send_ttl_seconds?: number | null;
                /**
                 * @description Meta's id of this translation.
                 * @example 594425479261596
                 */
                meta_id?: string | null;
                /**
                 * @description Its name, shared by its translations.
                 * @example order_confirmation
                 */
                name: string;
                /**
                 * Format: int64
                 * @description How many variables the body has.
                 * @example 2
                 */
                param_count: number;
                /**
                 * @description `POSITIONAL` for variables such as `{{1}}`, `NAMED` for `{{first_name}}`.
                 * @example POSITIONAL
                 */
                parameter_format: string;
                /**
                 * @description The category before Meta changed it.
                 * @example null
                 */
                previous_category?: string | null;
                /**
                 * @description How it is received: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`; null until Meta said so.
                 * @example GREEN
                 */
                quality?: string | null;
                /**
                 * @description Why it is rejected.
                 * @example null
                 */
                rejected_reason?: string | null;
                /**
                 * @description `APPROVED` can be sent. Others are `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, `IN_APPEAL`,
                 *     `LIMIT_EXCEEDED`, `ARCHIVED`, `PENDING_DELETION` and `DELETED`.
                 * @example APPROVED
                 */
                status: string;
                /**
                 * @description More about the status, in Meta's words.
                 * @example null
                 */
                status_detail?: string | null;
                /**
                 * @description The category that Meta announced to make of it.
                 * @example MARKETING
                 */
                upcoming_category?: string | null;
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * @description Meta's id of the WhatsApp business account; every number of it can send the template.
                 * @example 102290129340398
                 */
                waba_id: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /** @description A page of a list. */
        Page_WebhookEventView: {
            /** @description The rows, in the order asked for. */
            items: {
                /**
                 * Format: int64
                 * @description How often it was worked on.
                 * @example 1
                 */
                attempts: number;
                /** @description The event's id; later ones have larger ids. */
                id: components["schemas"]["WebhookEventId"];
                /**
                 * @description Why it is not done.
                 * @example messages[1]: no id
                 */
                problem?: string | null;
                /** @description When it was received. */
                received_at: components["schemas"]["Timestamp"];
                /**
                 * @description `failed`, `unrouted` (it names a number that is no account) or `kept` (nothing uses
                 *     it yet); `done` only when asked for by id.
                 * @example failed
                 */
                state: string;
            }[];
            /** @description Where the next page begins; null on the last page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows there are in all, when it was asked for.
             */
            total?: number;
            /** @description Whether `total` is an estimate because an exact count would take too long. */
            total_is_estimate?: boolean;
        };
        /**
         * @description The sorts of parts a filter has.
         * @enum {string}
         */
        Part: "all" | "any" | "not" | "condition" | "search";
        /**
         * @description One thing that a caller may do. The names are the scopes of API keys.
         * @enum {string}
         */
        Permission: "customers:read" | "customers:write" | "customers:delete" | "conversations:write" | "messages:send" | "tags:write" | "settings:write" | "accounts:manage" | "workspace:manage" | "members:manage" | "keys:manage" | "audit:read" | "events:manage";
        /**
         * @description Who wrote a message on a simulated phone.
         * @enum {string}
         */
        PhoneAuthor: "business" | "person";
        /** @description What can be tapped on a message of a simulated phone. */
        PhoneChoice: {
            /** @description What stands under it, of list rows. */
            description?: string | null;
            /**
             * @description What a tap sends back; name it as `choice`.
             * @example yes
             */
            id: string;
            /**
             * @description What stands on it.
             * @example Yes, please
             */
            title: string;
        };
        /** @description A message as a simulated phone shows it. */
        PhoneMessage: {
            /** @description When it was written. */
            at: components["schemas"]["Timestamp"];
            /** @description What can be tapped, in order. */
            choices: components["schemas"]["PhoneChoice"][];
            /** @description What it is made of, as WhatsApp writes it. */
            content: Record<string, never>;
            /** @description Whether its writer rewrote it. */
            edited: boolean;
            /**
             * Format: int64
             * @description WhatsApp's code, when it failed.
             * @example null
             */
            error_code?: number | null;
            /** @description Who wrote it. */
            from: components["schemas"]["PhoneAuthor"];
            /** @description Whether it has a file that `GET …/file?message=` gives. */
            has_file: boolean;
            /** @description Whether it opens a form that can be sent in. */
            has_form: boolean;
            /**
             * @description WhatsApp's id of it.
             * @example wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA==
             */
            id: string;
            /**
             * @description The business's emoji on it.
             * @example null
             */
            reaction_of_business?: string | null;
            /**
             * @description The person's emoji on it.
             * @example 👍
             */
            reaction_of_person?: string | null;
            /**
             * @description The id of the message it answers.
             * @example null
             */
            reply_to?: string | null;
            /** @description Whether its writer deleted it for everyone. */
            revoked: boolean;
            /** @description How far it got. */
            status: components["schemas"]["PhoneStatus"];
            /** @description A template's words as the person reads them: header, body, footer, buttons. */
            template?: Record<string, never> | null;
            /**
             * @description The words; empty when it has none.
             * @example متى تفتحون؟
             */
            text: string;
            /**
             * @description WhatsApp's word for what it is: `text`, `image`, `template`, `interactive`, …
             * @example text
             */
            type: string;
        };
        /** @description What a simulated phone shows of its talk with the business. */
        PhoneScreen: {
            /** @description The newest messages, the oldest of them first. */
            items: components["schemas"]["PhoneMessage"][];
            /**
             * @description Whether the business is typing.
             * @example false
             */
            typing: boolean;
            window_open_until?: components["schemas"]["Timestamp"] | null;
        };
        /**
         * @description How far a message on a simulated phone got.
         * @enum {string}
         */
        PhoneStatus: "accepted" | "sent" | "delivered" | "read" | "failed";
        /** @description Somebody who may be the same person. */
        PossibleDuplicate: {
            /** @description When it was noticed. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The other customer. */
            customer_id: components["schemas"]["CustomerId"];
            /**
             * @description Why they may be the same.
             * @example user_id_moved
             */
            reason: string;
        };
        /** @description A button with its value. */
        PreviewButton: {
            /**
             * @description Its label; empty where WhatsApp chooses it.
             * @example Track
             */
            label: string;
            /**
             * @description The whole address it opens.
             * @example https://bayt.example/track/A-17
             */
            url?: string | null;
        };
        /** @description One thing that keeps a template from being sent with these values. */
        PreviewProblem: {
            /**
             * @description A stable word to branch on.
             * @example parameter_count
             */
            code: string;
            /**
             * @description Where it is in the request.
             * @example components[0].parameters
             */
            field: string;
            /**
             * @description What is wrong and what would be right.
             * @example has 1 values; the template has 2
             */
            message: string;
        };
        /** @description A template, or one card of it, with its values. */
        PreviewShown: {
            /**
             * @description The words.
             * @example Your order A-17 is confirmed. Total: 45 SAR.
             */
            body: string;
            /** @description What can be tapped. */
            buttons: components["schemas"]["PreviewButton"][];
            /**
             * @description The small print.
             * @example Bayt Coffee
             */
            footer?: string | null;
            /**
             * @description The title or place above the body; null where there is none or it is a file.
             * @example null
             */
            header?: string | null;
        };
        /** @description The values of a send. */
        PreviewTemplate: {
            /**
             * @description The values by the part of the template they are for, as a message has them in `template.components`.
             * @example [
             *       {
             *         "parameters": [
             *           {
             *             "text": "A-17",
             *             "type": "text"
             *           },
             *           {
             *             "text": "45 SAR",
             *             "type": "text"
             *           }
             *         ],
             *         "type": "body"
             *       }
             *     ]
             */
            components?: Record<string, never>[];
        };
        /** @description What went wrong, for a program (`code`) and for a person (`title`, `errors`). */
        Problem: {
            /**
             * @description A stable name to branch on, such as `not_found` or `filter.unknown_field`.
             * @example invalid
             */
            code: string;
            /** @description Facts that belong to the code, such as the id of the record that is in the way. */
            data?: Record<string, never>;
            /** @description The values at fault, for invalid input. */
            errors?: components["schemas"]["FieldError"][];
            /**
             * Format: int32
             * @description The HTTP status again.
             * @example 422
             */
            status: number;
            /**
             * @description What happened and what to do about it.
             * @example The request has invalid values.
             */
            title: string;
        };
        /**
         * @description What the person is asked to allow.
         * @enum {string}
         */
        Purpose: "marketing";
        /** @description The message that another one answers. */
        Quote: {
            author_id?: components["schemas"]["MemberId"] | null;
            /**
             * @description That member's name.
             * @example Sara
             */
            author_name?: string | null;
            /** @description The conversation it is in, which may be an earlier one. */
            conversation_id: components["schemas"]["ConversationId"];
            /**
             * @description `in` from the customer, `out` to them.
             * @example out
             */
            direction: string;
            /** @description The message's id. */
            message_id: components["schemas"]["MessageId"];
            revoked_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description The first 160 characters; null without text, and when it was taken back.
             * @example Your order is ready.
             */
            text?: string | null;
            /**
             * @description The type, such as text, image or interactive.
             * @example text
             */
            type: string;
        };
        /** @description A reaction to a message. */
        Reaction: {
            /** @description WhatsApp's time of it. */
            at: components["schemas"]["Timestamp"];
            author_id?: components["schemas"]["MemberId"] | null;
            /**
             * @description `in` from the customer, `out` from the team.
             * @example in
             */
            direction: string;
            /**
             * @description The emoji.
             * @example 👍
             */
            emoji: string;
            /** @description The id of the message that it is itself. */
            id: components["schemas"]["MessageId"];
        };
        /** @description How many messages were read. */
        ReadOnPhone: {
            /**
             * @description Messages that were delivered and are read now.
             * @example 2
             */
            read: number;
        };
        /**
         * @description What to change about an API key.
         * @example {
         *       "name": "Salla shop, Jeddah"
         *     }
         */
        RenameApiKey: {
            /** @description What it is called, up to 200 characters. */
            name: string;
        };
        /** @description What became of a webhook that was worked on again. */
        Replayed: {
            /** @description The event's id. */
            id: components["schemas"]["WebhookEventId"];
            /** @description Why it is not done. */
            problem?: string | null;
            /**
             * @description `done`, `failed`, `unrouted` or `kept`.
             * @example done
             */
            state: string;
        };
        /**
         * Format: int64
         * @description One answer of a customer.
         */
        ResponseId: number;
        /**
         * @description How an answer was given.
         * @enum {string}
         */
        ResponseType: "text" | "button" | "list" | "approval" | "reply";
        /** @description One answer of a customer. */
        ResponseView: {
            conversation_id?: components["schemas"]["ConversationId"] | null;
            /** @description When it was given. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The customer who answered. */
            customer_id: components["schemas"]["CustomerId"];
            /** @description Its id. */
            id: components["schemas"]["ResponseId"];
            /**
             * @description What the answer was saved as.
             * @example service_choice
             */
            question_key: string;
            /**
             * @description The question as it was asked.
             * @example What service do you need?
             */
            question_text: string;
            /** @description What else is known of it. */
            response_metadata: Record<string, never>;
            /** @description How it was given. */
            response_type: components["schemas"]["ResponseType"];
            /**
             * @description The answer.
             * @example Delivery
             */
            response_value: string;
        };
        /**
         * @description What a member is in the team. Each role may do all that those after it may.
         * @enum {string}
         */
        Role: "agent" | "manager" | "admin" | "owner";
        /** @description Which customers, in which order, and which page of them. */
        SearchCustomers: {
            /** @description `next_cursor` of the page before, with the same filter and sort. */
            cursor?: string | null;
            /** @description A filter in the JSON form. */
            filter?: Record<string, never> | null;
            /**
             * Format: int64
             * @description Rows of the page, 1 to 200; 50 when absent.
             */
            limit?: number | null;
            /**
             * @description A filter in the text form. With `filter`, both must hold.
             * @example riyadh
             */
            q?: string | null;
            /**
             * @description As for `GET /api/customers`.
             * @example -last_message_at
             */
            sort?: string | null;
            /** @description Whether to count all of them. */
            total?: boolean | null;
        };
        /**
         * @description A message: its content in the form that WhatsApp's Cloud API takes, without the recipient.
         * @example {
         *       "text": {
         *         "body": "طلبك جاهز للاستلام."
         *       },
         *       "type": "text"
         *     }
         */
        SendMessage: {
            [key: string]: unknown;
        };
        /**
         * @description A message to a contact: whom it is for, and its content in the form that WhatsApp's Cloud API takes.
         * @example {
         *       "contact_id": 12,
         *       "template": {
         *         "components": [
         *           {
         *             "parameters": [
         *               {
         *                 "text": "A-17",
         *                 "type": "text"
         *               },
         *               {
         *                 "text": "45 SAR",
         *                 "type": "text"
         *               }
         *             ],
         *             "type": "body"
         *           }
         *         ],
         *         "language": {
         *           "code": "ar"
         *         },
         *         "name": "order_confirmation"
         *       },
         *       "type": "template"
         *     }
         */
        SendToContact: {
            account_id?: components["schemas"]["AccountId"] | null;
            /** @description The contact. */
            contact_id: components["schemas"]["ContactId"];
        } & {
            [key: string]: unknown;
        };
        /** @description How Meta refused an account's token. */
        SendingPaused: {
            /** @description Since when. */
            at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Meta's code.
             * @example 190
             */
            code: number;
            /**
             * @description Meta's words.
             * @example Error validating access token: Session has expired.
             */
            message: string;
        };
        /** @description What a conversation flow has collected from a contact. */
        SessionData: {
            /**
             * Format: uuid
             * @description The flow.
             */
            flow_id?: string | null;
            /** @description The flow's name. */
            flow_name?: string | null;
            /** @description How the flow wants them shown. */
            panel_config: Record<string, never>;
            /** @description The collected values by key. */
            session_data: Record<string, never>;
            /**
             * Format: uuid
             * @description The conversation that ran the flow.
             */
            session_id?: string | null;
        };
        /** @description One of the caller's sessions. */
        SessionEntry: {
            /** @description When it began. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Whether it is the one this request was made with. */
            current: boolean;
            /** @description When it ends by itself. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description When it was last used, to the minute. */
            last_used_at: components["schemas"]["Timestamp"];
            /**
             * @description How the browser calls itself.
             * @example Mozilla/5.0 (X11; Linux x86_64) Firefox/148.0
             */
            user_agent?: string | null;
        };
        /** @description The API key of a call. */
        SessionKeyView: {
            /** @description The key's id. */
            id: components["schemas"]["ApiKeyId"];
            /**
             * @description What it is called.
             * @example Salla shop
             */
            name: string;
        };
        /**
         * @description Whether the customer can be written to freely, and else with what.
         * @example {
         *       "expires_at": "2026-02-25T10:00:00Z",
         *       "last_inbound_at": "2026-02-24T10:00:00Z",
         *       "remaining_minutes": 0,
         *       "templates": [
         *         {
         *           "body": "Your order {{1}} is confirmed. Total: {{2}}",
         *           "id": 1,
         *           "language": "ar",
         *           "name": "order_confirmation",
         *           "param_count": 2
         *         }
         *       ],
         *       "window_active": false
         *     }
         */
        SessionStatus: {
            expires_at?: components["schemas"]["Timestamp"] | null;
            last_inbound_at?: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int64
             * @description Whole minutes until it closes.
             */
            remaining_minutes: number;
            /** @description The approved templates of the account, by name and language; empty while the window is open. */
            templates: components["schemas"]["SessionTemplate"][];
            /** @description Whether the 24-hour window is open. */
            window_active: boolean;
        };
        /** @description A template to write with. */
        SessionTemplate: {
            /**
             * @description The words of its body; empty where WhatsApp writes them.
             * @example Your order {{1}} is confirmed. Total: {{2}}
             */
            body: string;
            /** @description Its id. */
            id: components["schemas"]["TemplateId"];
            /**
             * @description Meta's code of the language.
             * @example ar
             */
            language: string;
            /**
             * @description Its name.
             * @example order_confirmation
             */
            name: string;
            /**
             * Format: int64
             * @description How many variables the body has.
             * @example 2
             */
            param_count: number;
        };
        /** @description Who is calling, and what they may do. */
        SessionView: {
            key?: components["schemas"]["SessionKeyView"] | null;
            member?: components["schemas"]["MemberView"] | null;
            /** @description What the caller may do. */
            permissions: components["schemas"]["Permission"][];
            role?: components["schemas"]["Role"] | null;
            /** @description The only workspace the caller can reach. */
            workspace: components["schemas"]["WorkspaceView"];
        };
        /** @description Whether the customer refuses marketing, and the words that show it. */
        SetOptedOut: {
            /**
             * @description The person's words or your remark, at most 2,000 characters.
             * @example Asked on the phone not to get offers any more.
             */
            evidence?: string | null;
            /** @description True to record that they refuse, false that they allow. */
            opted_out: boolean;
        };
        /**
         * @description The first workspace and its owner.
         * @example {
         *       "default_region": "SA",
         *       "name": "Bayt Coffee",
         *       "owner": {
         *         "email": "huda@baytcoffee.sa",
         *         "name": "Huda Al-Harbi",
         *         "password": "qahwa with cardamom"
         *       },
         *       "time_zone": "Asia/Riyadh"
         *     }
         */
        SetUp: {
            /** @description The country of phone numbers that are written without one (ISO 3166-1 alpha-2). */
            default_region: string;
            /** @description The business's name, up to 200 characters. */
            name: string;
            /** @description The first member. */
            owner: components["schemas"]["SetUpOwner"];
            /** @description The IANA time zone that dates are meant in. */
            time_zone: string;
        };
        /** @description Who owns the first workspace. */
        SetUpOwner: {
            /** @description The address to sign in with. */
            email: string;
            /** @description The person's name, up to 200 characters. */
            name: string;
            /** @description The password to sign in with, 10 to 200 characters. */
            password: string;
        };
        /** @description Whether there is anything to set up. */
        SetupView: {
            /** @description True while no workspace exists: `POST /api/setup` makes the first one. */
            needed: boolean;
        };
        /**
         * @description Who wants to sign in.
         * @example {
         *       "email": "huda@baytcoffee.sa",
         *       "password": "qahwa with cardamom"
         *     }
         */
        SignIn: {
            /** @description The member's address. */
            email: string;
            /** @description The member's password. */
            password: string;
        };
        /**
         * @description What a simulated person does.
         * @enum {string}
         */
        SimulatedDeed: "text" | "image" | "video" | "audio" | "document" | "sticker" | "location" | "contacts" | "share_number" | "tap" | "form" | "react" | "edit" | "revoke" | "unsupported";
        /** @description Somebody on the simulated WhatsApp. */
        SimulatedPerson: {
            /** @description Whether they read whatever is delivered. */
            auto_read: boolean;
            /** @description What they answer by themselves. */
            auto_reply: components["schemas"]["SimulatedReply"];
            /**
             * @description Whether they have blocked the business.
             * @example false
             */
            blocks_business: boolean;
            /** @description When they were made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Their id. */
            id: components["schemas"]["SimulatedPersonId"];
            /**
             * @description The name they chose.
             * @example نورة العتيبي
             */
            name: string;
            /**
             * @description Whether their phone is on; messages are not delivered while it is off.
             * @example true
             */
            online: boolean;
            /**
             * @description Their number; null for somebody who is only known by username or user id.
             * @example +966501234567
             */
            phone_number?: string | null;
            /**
             * @description The id by which the business knows them.
             * @example SA.5612345678901234567
             */
            user_id?: string | null;
            /**
             * @description Their username, which hides the number from the business until it knows it.
             * @example noura
             */
            username?: string | null;
            /**
             * @description Whether they want the business's marketing.
             * @example true
             */
            wants_marketing: boolean;
        };
        /**
         * Format: int64
         * @description A person who exists only in a simulated WhatsApp.
         */
        SimulatedPersonId: number;
        /** @description What a simulated person answers by themselves. */
        SimulatedReply: "none" | "echo" | "first_button" | {
            /** @description These words. */
            text: string;
        };
        /**
         * @description How the simulated WhatsApp behaves.
         * @example {
         *       "delivered_ms": 350,
         *       "duplicated": 0.05,
         *       "late": 0.1,
         *       "late_ms": 2000,
         *       "lost_response": 0.02,
         *       "marketing_cap": 0,
         *       "not_on_whatsapp": 0,
         *       "out_of_order": 0.05,
         *       "pair_limit": true,
         *       "read_ms": 1000,
         *       "reply_ms": 1500,
         *       "review_ms": 1000,
         *       "seed": 7,
         *       "sent_ms": 150,
         *       "server_error": 0.02,
         *       "throughput_limit": true
         *     }
         */
        SimulatorBehaviour: {
            /**
             * Format: int64
             * @description From sent to delivered, milliseconds.
             * @default 350
             */
            delivered_ms: number;
            /**
             * Format: double
             * @description How often a webhook comes twice.
             * @default 0
             */
            duplicated: number;
            /**
             * Format: double
             * @description How often a webhook is late: 0 never, 1 always.
             * @default 0
             */
            late: number;
            /**
             * Format: int64
             * @description The longest that a late, repeated or overtaken webhook waits, milliseconds.
             * @default 2000
             */
            late_ms: number;
            /**
             * Format: double
             * @description How often a message is accepted while its answer gets lost.
             * @default 0
             */
            lost_response: number;
            /**
             * Format: double
             * @description How often a marketing template is held back by Meta's cap (131049).
             * @default 0
             */
            marketing_cap: number;
            /**
             * Format: double
             * @description How many people turn out not to be on WhatsApp (131026).
             * @default 0
             */
            not_on_whatsapp: number;
            /**
             * Format: double
             * @description How often a webhook is overtaken by later ones.
             * @default 0
             */
            out_of_order: number;
            /**
             * @description Whether more than a message per 6 seconds (45 at once) to one person is refused (131056).
             * @default true
             */
            pair_limit: boolean;
            /**
             * Format: int64
             * @description From delivered to read, for people who read by themselves; milliseconds.
             * @default 1000
             */
            read_ms: number;
            /**
             * Format: int64
             * @description From delivered to an answer by itself, milliseconds.
             * @default 1500
             */
            reply_ms: number;
            /**
             * Format: int64
             * @description From a template's creation to its review, milliseconds.
             * @default 1000
             */
            review_ms: number;
            /**
             * Format: int64
             * @description Decides what goes wrong: the same for the same number. Anything when null.
             * @default null
             * @example 7
             */
            seed: number | null;
            /**
             * Format: int64
             * @description From accepted to sent, or failed; milliseconds.
             * @default 150
             */
            sent_ms: number;
            /**
             * Format: double
             * @description How often a message is answered with a server error.
             * @default 0
             */
            server_error: number;
            /**
             * @description Whether more than 80 messages a second are refused (130429).
             * @default true
             */
            throughput_limit: boolean;
        };
        /** @description The simulated WhatsApp of the workspace. */
        SimulatorState: {
            account_id?: components["schemas"]["AccountId"] | null;
            /**
             * @description Whether the operator allows it.
             * @example true
             */
            allowed: boolean;
            /**
             * @description Whether it is switched on.
             * @example true
             */
            enabled: boolean;
            /**
             * @description The number of the business on it.
             * @example +966 11 200 0000
             */
            phone_number: string;
            /**
             * @description Whether it is on and answers, which takes a moment after a restart.
             * @example true
             */
            ready: boolean;
        };
        /**
         * @description How we came to know a customer.
         * @enum {string}
         */
        Source: "inbound" | "api" | "import" | "member" | "demo";
        /**
         * @description Where a customer stands on their journey.
         * @enum {string}
         */
        Stage: "prospect" | "customer" | "active" | "at_risk" | "churned" | "vip";
        /**
         * @description Where a conversation stands.
         * @enum {string}
         */
        Status: "open" | "pending" | "snoozed" | "resolved";
        /** @description A successful answer of the contacts API. */
        Success_AssignedContact: {
            /** @description A contact and who looks after it now. */
            data: {
                /**
                 * Format: uuid
                 * @description The member who looks after the customer.
                 */
                assigned_to?: string | null;
                /**
                 * Format: uuid
                 * @description The contact's id.
                 */
                id: string;
                /** @description When the customer was changed last. */
                updated_at: components["schemas"]["Timestamp"];
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_ContactDetail: {
            /** @description A contact with the customer's attributes. */
            data: components["schemas"]["ContactItem"] & {
                /** @description The customer's attributes by key. */
                metadata: Record<string, never>;
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_ContactPage: {
            /** @description A page of contacts. */
            data: {
                /** @description The contacts, the most recently active first. */
                items: components["schemas"]["ContactItem"][];
                /**
                 * Format: int64
                 * @description Rows of a page.
                 * @example 20
                 */
                limit: number;
                /**
                 * Format: int64
                 * @description The page asked for.
                 * @example 1
                 */
                page: number;
                /**
                 * Format: int64
                 * @description How many there are in all; estimated when a search has very many hits.
                 * @example 100
                 */
                total: number;
                /**
                 * Format: int64
                 * @description How many pages there are.
                 * @example 5
                 */
                total_pages: number;
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_CreatedContact: {
            /** @description A contact that was just made. */
            data: {
                /**
                 * Format: uuid
                 * @description The account it was made for.
                 */
                account_id?: string | null;
                /** @description When it was made. */
                created_at: components["schemas"]["Timestamp"];
                /**
                 * Format: uuid
                 * @description The contact's id.
                 */
                id: string;
                /** @description What the business calls the customer. */
                name?: string | null;
                /**
                 * @description E.164; null for people known by their WhatsApp user id only.
                 * @example +966501234567
                 */
                phone_number?: string | null;
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_Nothing: {
            /**
             * @description No data: what was asked for is done.
             * @default null
             */
            data: unknown;
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_SessionData: {
            /** @description What a conversation flow has collected from a contact. */
            data: {
                /**
                 * Format: uuid
                 * @description The flow.
                 */
                flow_id?: string | null;
                /** @description The flow's name. */
                flow_name?: string | null;
                /** @description How the flow wants them shown. */
                panel_config: Record<string, never>;
                /** @description The collected values by key. */
                session_data: Record<string, never>;
                /**
                 * Format: uuid
                 * @description The conversation that ran the flow.
                 */
                session_id?: string | null;
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description A successful answer of the contacts API. */
        Success_UpdatedContact: {
            /** @description A contact that was just changed. */
            data: {
                /**
                 * Format: uuid
                 * @description The contact's id.
                 */
                id: string;
                /** @description The customer's attributes by key. */
                metadata: Record<string, never>;
                /** @description What the business calls the customer. */
                name?: string | null;
                /**
                 * @description E.164; null for people known by their WhatsApp user id only.
                 * @example +966501234567
                 */
                phone_number?: string | null;
                /** @description When the customer was changed last. */
                updated_at: components["schemas"]["Timestamp"];
            };
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
        };
        /** @description Whether it is to be on. */
        SwitchSimulator: {
            /**
             * @description Whether it is to be on.
             * @example true
             */
            enabled: boolean;
        };
        /** @description Whose templates to list at Meta. */
        SyncTemplates: {
            /** @description The account; all templates of its business account are taken over. */
            account_id: components["schemas"]["AccountId"];
        };
        /**
         * Format: int64
         * @description A label in the catalogue.
         */
        TagId: number;
        /** @description A label of the catalogue. */
        TagView: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description How many customers have it.
             */
            customers_count: number;
            /**
             * Format: int64
             * @description The hue of its colour in degrees, 0 to 359; null is neutral.
             */
            hue?: number | null;
            /** @description Its id. */
            id: components["schemas"]["TagId"];
            /**
             * @description Its name.
             * @example vip
             */
            name: string;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a button needs. */
        TemplateButtonNeed: {
            /**
             * @description An example by the template's author.
             * @example A-17
             */
            example?: string | null;
            /**
             * @description Its place among all buttons, from 0.
             * @example 0
             */
            index: number;
            /**
             * @description Its label.
             * @example Track
             */
            label?: string | null;
            /**
             * @description Whether it must be given.
             * @example true
             */
            required: boolean;
            /**
             * @description The `sub_type` of the component that gives the value.
             * @example url
             */
            sub_type: string;
            /**
             * @description The `type` of the value: `text`, `payload`, `coupon_code` or `action`.
             * @example text
             */
            type: string;
            /**
             * @description What the value is: `payload`, `url_suffix`, `coupon_code`, `one_time_code`, `flow`,
             *     `catalog_product` or `products`.
             * @example url_suffix
             */
            value: string;
        };
        /**
         * @description What a template is for, which decides its price.
         * @enum {string}
         */
        TemplateCategory: "MARKETING" | "UTILITY" | "AUTHENTICATION";
        /** @description A template with what it is made of and what it needs. */
        TemplateDetail: components["schemas"]["TemplateView"] & {
            /**
             * @description What it is made of, as Meta lists it.
             * @example [
             *       {
             *         "example": {
             *           "body_text": [
             *             [
             *               "A-17",
             *               "45 SAR"
             *             ]
             *           ]
             *         },
             *         "text": "Your order {{1}} is confirmed. Total: {{2}}.",
             *         "type": "BODY"
             *       }
             *     ]
             */
            components: Record<string, never>[];
            /** @description What must be filled in to send it. */
            parameters: components["schemas"]["TemplateParameters"];
        };
        /** @description What a header needs. */
        TemplateHeaderNeed: {
            /**
             * @description The `type` of the value: `text`, `image`, `video`, `document`, `location` or `product`.
             * @example text
             */
            type: string;
            variable?: components["schemas"]["TemplateVariable"] | null;
        };
        /**
         * Format: int64
         * @description A message that Meta approved beforehand, in one language.
         */
        TemplateId: number;
        /** @description What must be filled in to send a template, or one card of it. */
        TemplateParameters: {
            /** @description The variables of the body, in the order of their values. */
            body: components["schemas"]["TemplateVariable"][];
            /** @description The buttons that take a value. */
            buttons: components["schemas"]["TemplateButtonNeed"][];
            /**
             * @description What each card of a carousel needs; all cards must be sent.
             * @example []
             */
            cards: components["schemas"]["TemplateParameters"][];
            header?: components["schemas"]["TemplateHeaderNeed"] | null;
            /**
             * @description Whether it must be said when the offer ends.
             * @example false
             */
            limited_time_offer: boolean;
        };
        /** @description What the customer will read, and what is wrong with the values. */
        TemplatePreview: components["schemas"]["PreviewShown"] & {
            /**
             * @description The cards of a carousel.
             * @example []
             */
            cards: components["schemas"]["PreviewShown"][];
            /** @description What keeps it from being sent; empty when nothing does. */
            problems: components["schemas"]["PreviewProblem"][];
            /**
             * @description Title and body in one text, as a thread shows it. A variable without a value stays as it is.
             * @example Your order A-17 is confirmed. Total: 45 SAR.
             */
            text: string;
        };
        /** @description A place in a text. */
        TemplateVariable: {
            /**
             * @description An example by the template's author.
             * @example A-17
             */
            example?: string | null;
            /**
             * @description What stands between the braces.
             * @example 1
             */
            name: string;
        };
        /** @description A template. Words in capitals are Meta's own. */
        TemplateView: {
            /**
             * @description The words of its body; null where WhatsApp writes them.
             * @example Your order {{1}} is confirmed. Total: {{2}}.
             */
            body?: string | null;
            /**
             * @description `MARKETING`, `UTILITY` or `AUTHENTICATION`; decides the price.
             * @example UTILITY
             */
            category: string;
            /** @description When Clientele first knew of it. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Its id. */
            id: components["schemas"]["TemplateId"];
            /**
             * @description Meta's code of the language.
             * @example ar
             */
            language: string;
            /**
             * Format: int64
             * @description After how many seconds an undelivered message of it is dropped; null for WhatsApp's own time.
             * @example null
             */
            message_send_ttl_seconds?: number | null;
            /**
             * @description Meta's id of this translation.
             * @example 594425479261596
             */
            meta_id?: string | null;
            /**
             * @description Its name, shared by its translations.
             * @example order_confirmation
             */
            name: string;
            /**
             * Format: int64
             * @description How many variables the body has.
             * @example 2
             */
            param_count: number;
            /**
             * @description `POSITIONAL` for variables such as `{{1}}`, `NAMED` for `{{first_name}}`.
             * @example POSITIONAL
             */
            parameter_format: string;
            /**
             * @description The category before Meta changed it.
             * @example null
             */
            previous_category?: string | null;
            /**
             * @description How it is received: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`; null until Meta said so.
             * @example GREEN
             */
            quality?: string | null;
            /**
             * @description Why it is rejected.
             * @example null
             */
            rejected_reason?: string | null;
            /**
             * @description `APPROVED` can be sent. Others are `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, `IN_APPEAL`,
             *     `LIMIT_EXCEEDED`, `ARCHIVED`, `PENDING_DELETION` and `DELETED`.
             * @example APPROVED
             */
            status: string;
            /**
             * @description More about the status, in Meta's words.
             * @example null
             */
            status_detail?: string | null;
            /**
             * @description The category that Meta announced to make of it.
             * @example MARKETING
             */
            upcoming_category?: string | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * @description Meta's id of the WhatsApp business account; every number of it can send the template.
             * @example 102290129340398
             */
            waba_id: string;
        };
        /** @description What became of a list. */
        TemplatesSynced: {
            /**
             * @description How many of them were not known.
             * @example 1
             */
            added: number;
            /**
             * @description How many were known otherwise.
             * @example 2
             */
            changed: number;
            /**
             * @description How many Meta no longer has; they are kept with the status DELETED.
             * @example 0
             */
            deleted: number;
            /**
             * @description How many templates Meta has.
             * @example 12
             */
            listed: number;
        };
        /**
         * Format: date-time
         * @example 2026-02-26T14:00:00Z
         */
        Timestamp: string;
        /** @description What to change about an account; what is left out stays. */
        UpdateAccount: {
            /**
             * @description A new access token.
             * @example EAAGm0PX4ZCps
             */
            access_token?: string;
            /**
             * @description The app's new secret, for all numbers of the app.
             * @example 5d41402abc4b2a76b9719d911017c592
             */
            app_secret?: string;
            /**
             * @description The country of numbers written without one; null for the workspace's.
             * @example SA
             */
            default_region?: string | null;
            /**
             * @description Another Graph API; needs the `access_token` along.
             * @example https://graph.facebook.com
             */
            graph_url?: string;
            /**
             * @description What the team calls it.
             * @example Support
             */
            name?: string;
            /**
             * @description A new verify token, for all numbers of the app.
             * @example a-word-of-your-choice
             */
            verify_token?: string;
            /**
             * @description Meta's id of the WhatsApp business account.
             * @example 102290129340398
             */
            waba_id?: string;
        };
        /** @description Changes to an attribute; what is absent stays. */
        UpdateAttribute: {
            /** @description What it is for; null removes the description. */
            description?: string | null;
            /** @description What people call it; at most 100 characters. */
            label?: string | null;
            type?: components["schemas"]["AttributeType"] | null;
        };
        /**
         * @description Changes to a conversation; what is absent stays.
         * @example {
         *       "assignee_id": 5,
         *       "snoozed_until": "2027-01-10T06:00:00Z",
         *       "status": "snoozed",
         *       "unread": false
         *     }
         */
        UpdateConversation: {
            assignee_id?: components["schemas"]["MemberId"] | null;
            snoozed_until?: components["schemas"]["Timestamp"] | null;
            /** @description Where it shall stand. Resolving it marks it as read; any other status opens a resolved one again. */
            status?: components["schemas"]["Status"];
            /** @description False when all of it was seen; true to come back to it. */
            unread?: boolean;
        };
        /**
         * @description Changes to a customer: what is absent stays. Null clears what can be cleared, and is refused elsewhere.
         * @example {
         *       "attributes": {
         *         "plan": null
         *       },
         *       "location": {
         *         "city": "جدة"
         *       },
         *       "name": "سارة القحطاني",
         *       "owner_id": 1,
         *       "tags": [
         *         "vip",
         *         "returning"
         *       ]
         *     }
         */
        UpdateCustomer: {
            /** @description Custom fields to set by key; null removes one, keys that are absent stay. */
            attributes?: Record<string, never>;
            /** @description Whether we do not talk to them. */
            blocked?: boolean;
            /** @description Where mail reaches them. */
            email?: string | null;
            /** @description The `updated_at` you have seen; if the customer changed since, the answer is 409. */
            expected_updated_at?: components["schemas"]["Timestamp"];
            /** @description The language they prefer (BCP 47). */
            language?: string | null;
            location?: components["schemas"]["LocationInput"] | null;
            /** @description The same as `attributes`. */
            metadata?: Record<string, never>;
            /** @description What they are called; null lets the name follow the WhatsApp profile again. */
            name?: string | null;
            /** @description Whether they refuse marketing; a change is recorded as a consent decision. */
            opted_out?: boolean;
            owner_id?: components["schemas"]["MemberId"] | null;
            /** @description Their WhatsApp number. One that messages went to cannot be replaced. */
            phone?: string;
            /** @description Their place on the journey; setting it pins it. */
            stage?: components["schemas"]["Stage"];
            /** @description False lets rules move the stage again. */
            stage_pinned?: boolean;
            /** @description The names of all their tags. Unknown ones are made if the caller may (`tags:write`), else refused. */
            tags?: string[];
        };
        /**
         * @description What to change about oneself; what is left out stays.
         * @example {
         *       "name": "Huda Al-Harbi"
         *     }
         */
        UpdateMe: {
            /** @description The person's name, up to 200 characters. */
            name?: string | null;
        };
        /**
         * @description What to change about a member; what is left out stays.
         * @example {
         *       "role": "manager"
         *     }
         */
        UpdateMember: {
            /** @description Whether they may sign in; false ends their sessions at once. */
            active?: boolean | null;
            /** @description The person's name, up to 200 characters. */
            name?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /** @description Changes to a label; what is absent stays. */
        UpdateTag: {
            /**
             * Format: int64
             * @description Its new hue; null makes it neutral.
             */
            hue?: number | null;
            /** @description Its new name, for everybody who has it. */
            name?: string | null;
        };
        /** @description Changes to a template; what is absent stays. */
        UpdateTemplate: {
            /**
             * @description What it is for. Approved templates keep theirs.
             * @example UTILITY
             */
            category?: string;
            /**
             * @description All that it is made of, as Meta takes it.
             * @example [
             *       {
             *         "example": {
             *           "body_text": [
             *             [
             *               "A-17"
             *             ]
             *           ]
             *         },
             *         "text": "Your order {{1}} is on its way.",
             *         "type": "BODY"
             *       }
             *     ]
             */
            components?: Record<string, never>[];
            /**
             * Format: int64
             * @description After how many seconds an undelivered message is dropped.
             * @example 43200
             */
            message_send_ttl_seconds?: number;
        };
        /** @description Changes to a note; what is absent stays. */
        UpdateThreadNote: {
            /**
             * @description The members it names, at most 20.
             * @example [
             *       5
             *     ]
             */
            mention_ids?: components["schemas"]["MemberId"][];
            /**
             * @description At most 10,000 characters; it may have several lines.
             * @example It is; I have put it aside.
             */
            text?: string;
        };
        /**
         * @description What to change about the workspace; what is left out stays.
         * @example {
         *       "default_region": "SA",
         *       "name": "Bayt Coffee",
         *       "time_zone": "Asia/Riyadh"
         *     }
         */
        UpdateWorkspace: {
            /** @description ISO 3166-1 alpha-2. */
            default_region?: string | null;
            /** @description The business's name, up to 200 characters. */
            name?: string | null;
            /** @description An IANA time zone. */
            time_zone?: string | null;
        };
        /** @description A contact that was just changed. */
        UpdatedContact: {
            /**
             * Format: uuid
             * @description The contact's id.
             */
            id: string;
            /** @description The customer's attributes by key. */
            metadata: Record<string, never>;
            /** @description What the business calls the customer. */
            name?: string | null;
            /**
             * @description E.164; null for people known by their WhatsApp user id only.
             * @example +966501234567
             */
            phone_number?: string | null;
            /** @description When the customer was changed last. */
            updated_at: components["schemas"]["Timestamp"];
        };
        Value: unknown;
        /** @description A stored webhook with its body. */
        WebhookEventDetail: components["schemas"]["WebhookEventView"] & {
            /** @description The body as received, as text. */
            body: string;
        };
        /**
         * Format: int64
         * @description A webhook body as it was received.
         */
        WebhookEventId: number;
        /** @description A stored webhook. */
        WebhookEventView: {
            /**
             * Format: int64
             * @description How often it was worked on.
             * @example 1
             */
            attempts: number;
            /** @description The event's id; later ones have larger ids. */
            id: components["schemas"]["WebhookEventId"];
            /**
             * @description Why it is not done.
             * @example messages[1]: no id
             */
            problem?: string | null;
            /** @description When it was received. */
            received_at: components["schemas"]["Timestamp"];
            /**
             * @description `failed`, `unrouted` (it names a number that is no account) or `kept` (nothing uses
             *     it yet); `done` only when asked for by id.
             * @example failed
             */
            state: string;
        };
        /**
         * Format: int64
         * @description One business. Every row belongs to exactly one.
         */
        WorkspaceId: number;
        /** @description One business. */
        WorkspaceView: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description The country of phone numbers that are written without one.
             * @example SA
             */
            default_region: string;
            /** @description Its id. */
            id: components["schemas"]["WorkspaceId"];
            /**
             * @description The business's name.
             * @example Bayt Coffee
             */
            name: string;
            /**
             * @description IANA name; relative dates such as "the last 30 days" are meant in it.
             * @example Asia/Riyadh
             */
            time_zone: string;
            /**
             * Format: uuid
             * @description The id that other systems may keep.
             */
            uuid: string;
        };
        /** @description The text of a note. */
        WriteNote: {
            /**
             * @description At most 10,000 characters; it may have several lines.
             * @example Prefers calls after 18:00.
             */
            body: string;
        };
        /** @description A note to be. */
        WriteThreadNote: {
            /**
             * @description The members it names, at most 20.
             * @example [
             *       5
             *     ]
             */
            mention_ids?: components["schemas"]["MemberId"][];
            /**
             * @description At most 10,000 characters; it may have several lines.
             * @example @Sara she asked for the blue one; is it still there?
             */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "channel": "whatsapp",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "default_region": "SA",
                     *           "display_phone": "+966 50 123 4567",
                     *           "graph_url": "https://graph.facebook.com",
                     *           "health": {},
                     *           "health_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "messaging_limit": "TIER_2K",
                     *           "name": "Support",
                     *           "phone_number_id": "106540352242922",
                     *           "quality": "GREEN",
                     *           "sending_paused": {
                     *             "at": "2026-02-26T14:00:00Z",
                     *             "code": 190,
                     *             "message": "Error validating access token: Session has expired."
                     *           },
                     *           "simulated": false,
                     *           "updated_at": "2026-02-26T14:00:00Z",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "verified_name": "Bayt Coffee",
                     *           "waba_id": "102290129340398",
                     *           "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AccountView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connect_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access_token": "EAAGm0PX4ZCps",
                 *       "app_secret": "5d41402abc4b2a76b9719d911017c592",
                 *       "default_region": "SA",
                 *       "graph_url": "https://graph.facebook.com",
                 *       "name": "Support",
                 *       "phone_number_id": "106540352242922",
                 *       "verify_token": "a-word-of-your-choice",
                 *       "waba_id": "102290129340398"
                 *     }
                 */
                "application/json": components["schemas"]["ConnectAccount"];
            };
        };
        responses: {
            /** @description It was connected already, and is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "whatsapp",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "display_phone": "+966 50 123 4567",
                     *       "graph_url": "https://graph.facebook.com",
                     *       "health": {},
                     *       "health_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "messaging_limit": "TIER_2K",
                     *       "name": "Support",
                     *       "phone_number_id": "106540352242922",
                     *       "quality": "GREEN",
                     *       "sending_paused": {
                     *         "at": "2026-02-26T14:00:00Z",
                     *         "code": 190,
                     *         "message": "Error validating access token: Session has expired."
                     *       },
                     *       "simulated": false,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "verified_name": "Bayt Coffee",
                     *       "waba_id": "102290129340398",
                     *       "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "whatsapp",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "display_phone": "+966 50 123 4567",
                     *       "graph_url": "https://graph.facebook.com",
                     *       "health": {},
                     *       "health_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "messaging_limit": "TIER_2K",
                     *       "name": "Support",
                     *       "phone_number_id": "106540352242922",
                     *       "quality": "GREEN",
                     *       "sending_paused": {
                     *         "at": "2026-02-26T14:00:00Z",
                     *         "code": 190,
                     *         "message": "Error validating access token: Session has expired."
                     *       },
                     *       "simulated": false,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "verified_name": "Bayt Coffee",
                     *       "waba_id": "102290129340398",
                     *       "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "whatsapp",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "display_phone": "+966 50 123 4567",
                     *       "graph_url": "https://graph.facebook.com",
                     *       "health": {},
                     *       "health_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "messaging_limit": "TIER_2K",
                     *       "name": "Support",
                     *       "phone_number_id": "106540352242922",
                     *       "quality": "GREEN",
                     *       "sending_paused": {
                     *         "at": "2026-02-26T14:00:00Z",
                     *         "code": 190,
                     *         "message": "Error validating access token: Session has expired."
                     *       },
                     *       "simulated": false,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "verified_name": "Bayt Coffee",
                     *       "waba_id": "102290129340398",
                     *       "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access_token": "EAAGm0PX4ZCps",
                 *       "app_secret": "5d41402abc4b2a76b9719d911017c592",
                 *       "default_region": "SA",
                 *       "graph_url": "https://graph.facebook.com",
                 *       "name": "Support",
                 *       "verify_token": "a-word-of-your-choice",
                 *       "waba_id": "102290129340398"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAccount"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "whatsapp",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "display_phone": "+966 50 123 4567",
                     *       "graph_url": "https://graph.facebook.com",
                     *       "health": {},
                     *       "health_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "messaging_limit": "TIER_2K",
                     *       "name": "Support",
                     *       "phone_number_id": "106540352242922",
                     *       "quality": "GREEN",
                     *       "sending_paused": {
                     *         "at": "2026-02-26T14:00:00Z",
                     *         "code": 190,
                     *         "message": "Error validating access token: Session has expired."
                     *       },
                     *       "simulated": false,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "verified_name": "Bayt Coffee",
                     *       "waba_id": "102290129340398",
                     *       "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": {
                     *         "channel": "whatsapp",
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "default_region": "SA",
                     *         "display_phone": "+966 50 123 4567",
                     *         "graph_url": "https://graph.facebook.com",
                     *         "health": {},
                     *         "health_at": "2026-02-26T14:00:00Z",
                     *         "id": 1,
                     *         "messaging_limit": "TIER_2K",
                     *         "name": "Support",
                     *         "phone_number_id": "106540352242922",
                     *         "quality": "GREEN",
                     *         "sending_paused": {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "code": 190,
                     *           "message": "Error validating access token: Session has expired."
                     *         },
                     *         "simulated": false,
                     *         "updated_at": "2026-02-26T14:00:00Z",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "verified_name": "Bayt Coffee",
                     *         "waba_id": "102290129340398",
                     *         "webhook_path": "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "findings": [
                     *         {
                     *           "message": "No app receives this business account's webhooks.",
                     *           "ok": true,
                     *           "subject": "webhook"
                     *         }
                     *       ],
                     *       "ok": true
                     *     }
                     */
                    "application/json": components["schemas"]["AccountCheck"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The stored token cannot be opened with this server's key. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "secret_key",
                     *       "status": 409,
                     *       "title": "The access token is lost: a stored secret cannot be opened with this key; is it the secret.key of this database?. Connect the number again."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "created_by": 1,
                     *           "hint": "ck_Zy81q",
                     *           "id": 1,
                     *           "last_used_at": "2026-02-26T14:00:00Z",
                     *           "name": "Salla shop",
                     *           "revoked_at": "2026-02-26T14:00:00Z",
                     *           "scopes": [
                     *             "customers:read",
                     *             "customers:write"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ApiKeyView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Salla shop",
                 *       "scopes": [
                 *         "customers:read",
                 *         "customers:write"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "created_by": 1,
                     *       "hint": "ck_Zy81q",
                     *       "id": 1,
                     *       "key": "ck_Zy81qEXAMPLE",
                     *       "last_used_at": "2026-02-26T14:00:00Z",
                     *       "name": "Salla shop",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "scopes": [
                     *         "customers:read",
                     *         "customers:write"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKeyView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done; there is nothing to add. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Salla shop, Jeddah"
                 *     }
                 */
                "application/json": components["schemas"]["RenameApiKey"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "created_by": 1,
                     *       "hint": "ck_Zy81q",
                     *       "id": 1,
                     *       "last_used_at": "2026-02-26T14:00:00Z",
                     *       "name": "Salla shop",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "scopes": [
                     *         "customers:read",
                     *         "customers:write"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_attributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "description": "text",
                     *           "id": 1,
                     *           "key": "birthday",
                     *           "label": "Birthday",
                     *           "type": "text",
                     *           "updated_at": "2026-02-26T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AttributeView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_attribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "text",
                 *       "key": "birthday",
                 *       "label": "Birthday",
                 *       "type": "text"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAttribute"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "description": "text",
                     *       "fitting": 1,
                     *       "id": 1,
                     *       "key": "birthday",
                     *       "label": "Birthday",
                     *       "not_fitting": 1,
                     *       "type": "text",
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedAttribute"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attribute. */
                id: components["schemas"]["AttributeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "description": "text",
                     *       "id": 1,
                     *       "key": "birthday",
                     *       "label": "Birthday",
                     *       "type": "text",
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributeView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_attribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attribute. */
                id: components["schemas"]["AttributeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_attribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attribute. */
                id: components["schemas"]["AttributeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "text",
                 *       "label": "text",
                 *       "type": "text"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAttribute"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "description": "text",
                     *       "id": 1,
                     *       "key": "birthday",
                     *       "label": "Birthday",
                     *       "type": "text",
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributeView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_log: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor_id": 1,
                     *           "actor_kind": "member",
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "data": {},
                     *           "id": 1,
                     *           "kind": "tag.renamed"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EventView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contacts: {
        parameters: {
            query?: {
                /** @description The page, from 1. */
                page?: number;
                /** @description Rows of the page; more than 100 are read as 100. */
                limit?: number;
                /**
                 * @description Any part of the name, a phone number in any grouping, or the email.
                 * @example نورة
                 */
                search?: string;
                /** @description Only contacts whose latest message was with this account. */
                account_id?: string;
                /** @description The channel. */
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "account_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *             "assigned_to": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *             "avatar_url": "text",
                     *             "created_at": "2026-02-26T14:00:00Z",
                     *             "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *             "last_message_at": "2026-02-26T14:00:00Z",
                     *             "name": "نورة الفيصل",
                     *             "phone_number": "+966501234567",
                     *             "profile_name": "Noura"
                     *           }
                     *         ],
                     *         "limit": 20,
                     *         "page": 1,
                     *         "total": 100,
                     *         "total_pages": 5
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_ContactPage"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    create_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metadata": {
                 *         "city": "Riyadh"
                 *       },
                 *       "name": "نورة الفيصل",
                 *       "phone_number": "+966 50 123 4567"
                 *     }
                 */
                "application/json": components["schemas"]["CreateContact"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "account_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "name": "text",
                     *         "phone_number": "+966501234567"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_CreatedContact"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description A contact has this number; its id is in `data`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "message": "There is a contact with this number already.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is too large.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is not JSON.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "account_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "assigned_to": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "avatar_url": "text",
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "last_message_at": "2026-02-26T14:00:00Z",
                     *         "metadata": {},
                     *         "name": "نورة الفيصل",
                     *         "phone_number": "+966501234567",
                     *         "profile_name": "Noura"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_ContactDetail"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    replace_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metadata": {
                 *         "city": "Jeddah"
                 *       },
                 *       "name": "نورة الفيصل"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeContact"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "metadata": {},
                     *         "name": "text",
                     *         "phone_number": "+966501234567",
                     *         "updated_at": "2026-02-26T14:00:00Z"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_UpdatedContact"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Something is in the way.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is too large.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is not JSON.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_Nothing"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Something is in the way.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    update_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metadata": {
                 *         "city": "Jeddah"
                 *       },
                 *       "name": "نورة الفيصل"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeContact"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "metadata": {},
                     *         "name": "text",
                     *         "phone_number": "+966501234567",
                     *         "updated_at": "2026-02-26T14:00:00Z"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_UpdatedContact"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Something is in the way.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is too large.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is not JSON.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    assign_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                 *     }
                 */
                "application/json": components["schemas"]["AssignContact"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "assigned_to": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "updated_at": "2026-02-26T14:00:00Z"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_AssignedContact"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Something is in the way.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is too large.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The body is not JSON.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_contact_session_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "flow_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "flow_name": "text",
                     *         "panel_config": {},
                     *         "session_data": {},
                     *         "session_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "status": "success"
                     *     }
                     */
                    "application/json": components["schemas"]["Success_SessionData"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The request cannot be read.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "No valid API key or session.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The caller may not do this.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "There is no such thing in this workspace.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "message": "Values are invalid.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "Too many requests.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": null,
                     *       "message": "The database or the server is busy.",
                     *       "status": "error"
                     *     }
                     */
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    list_conversations: {
        parameters: {
            query?: {
                /** @description Only in this status. */
                status?: components["schemas"]["Status"];
                /** @description Only with this account. */
                account_id?: components["schemas"]["AccountId"];
                /** @description Only with this customer. */
                customer_id?: components["schemas"]["CustomerId"];
                /** @description Only with this contact. */
                contact_id?: components["schemas"]["ContactId"];
                /** @description Only those that this member answers: `me`, `none` for nobody, or a member's id. */
                assignee_id?: ("me" | "none") | number;
                /** @description `true`: only those with something unread. */
                unread?: boolean;
                /**
                 * @description Only with customers whose name, email or number has every one of these words; digits in any
                 *     grouping. Words that very many have may give a page of fewer rows, and a `next_cursor`.
                 */
                search?: string;
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "assignee_id": 1,
                     *           "category": "SERVICE",
                     *           "contact_id": 1,
                     *           "conversation_flow_id": 1,
                     *           "current_step_id": 1,
                     *           "customer_id": 1,
                     *           "customer_name": "نورة الفيصل",
                     *           "customer_phone": "+966501234567",
                     *           "expires_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "is_completed": true,
                     *           "last_interaction_at": "2026-02-26T14:00:00Z",
                     *           "last_message": {
                     *             "direction": "in",
                     *             "id": 1,
                     *             "status": "read",
                     *             "text": "مرحباً، هل الطلب جاهز؟",
                     *             "type": "text"
                     *           },
                     *           "last_message_at": "2026-02-26T14:00:00Z",
                     *           "messages_count": 1,
                     *           "resolved_at": "2026-02-26T14:00:00Z",
                     *           "session_data": {},
                     *           "snoozed_until": "2026-02-26T14:00:00Z",
                     *           "started_at": "2026-02-26T14:00:00Z",
                     *           "status": "open",
                     *           "unread_count": 1,
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "whatsapp_account_id": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConversationView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee_id": 1,
                     *       "category": "SERVICE",
                     *       "contact_id": 1,
                     *       "conversation_flow_id": 1,
                     *       "current_step_id": 1,
                     *       "customer_id": 1,
                     *       "customer_name": "نورة الفيصل",
                     *       "customer_phone": "+966501234567",
                     *       "expires_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "is_completed": true,
                     *       "last_interaction_at": "2026-02-26T14:00:00Z",
                     *       "last_message": {
                     *         "direction": "in",
                     *         "id": 1,
                     *         "status": "read",
                     *         "text": "مرحباً، هل الطلب جاهز؟",
                     *         "type": "text"
                     *       },
                     *       "last_message_at": "2026-02-26T14:00:00Z",
                     *       "messages_count": 1,
                     *       "resolved_at": "2026-02-26T14:00:00Z",
                     *       "session_data": {},
                     *       "snoozed_until": "2026-02-26T14:00:00Z",
                     *       "started_at": "2026-02-26T14:00:00Z",
                     *       "status": "open",
                     *       "unread_count": 1,
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "whatsapp_account_id": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assignee_id": 5,
                 *       "snoozed_until": "2027-01-10T06:00:00Z",
                 *       "status": "snoozed",
                 *       "unread": false
                 *     }
                 */
                "application/json": components["schemas"]["UpdateConversation"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignee_id": 1,
                     *       "category": "SERVICE",
                     *       "contact_id": 1,
                     *       "conversation_flow_id": 1,
                     *       "current_step_id": 1,
                     *       "customer_id": 1,
                     *       "customer_name": "نورة الفيصل",
                     *       "customer_phone": "+966501234567",
                     *       "expires_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "is_completed": true,
                     *       "last_interaction_at": "2026-02-26T14:00:00Z",
                     *       "last_message": {
                     *         "direction": "in",
                     *         "id": 1,
                     *         "status": "read",
                     *         "text": "مرحباً، هل الطلب جاهز؟",
                     *         "type": "text"
                     *       },
                     *       "last_message_at": "2026-02-26T14:00:00Z",
                     *       "messages_count": 1,
                     *       "resolved_at": "2026-02-26T14:00:00Z",
                     *       "session_data": {},
                     *       "snoozed_until": "2026-02-26T14:00:00Z",
                     *       "started_at": "2026-02-26T14:00:00Z",
                     *       "status": "open",
                     *       "unread_count": 1,
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *       "whatsapp_account_id": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be opened again: another conversation with this contact and account, in `data`, is not resolved. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "conversation.another_open",
                     *       "data": {
                     *         "conversation_id": 42
                     *       },
                     *       "status": 409,
                     *       "title": "Another conversation with this contact is not resolved; go on in that one."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_conversation_events: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor_id": 1,
                     *           "actor_kind": "member",
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "data": {},
                     *           "id": 1,
                     *           "kind": "tag.renamed"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EventView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_messages: {
        parameters: {
            query?: {
                /**
                 * @description Only those whose text has every one of these words. Parts of words will do; accents, letter
                 *     forms and capitals make no difference. A page may have few rows, and a `next_cursor` all the same.
                 */
                search?: string;
                /** @description The id of a message that shall be in the middle of the page. */
                around?: number;
                /** @description `true`: also reactions, edits and revokes, as rows of their own. */
                everything?: boolean;
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` or `previous_cursor` of another page. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "author_name": "Sara",
                     *           "category": "text",
                     *           "direction": "in",
                     *           "edited_at": "2026-02-26T14:00:00Z",
                     *           "errors": {},
                     *           "failure": {
                     *             "code": "131026",
                     *             "details": "text",
                     *             "message": "The message cannot be delivered to this number.",
                     *             "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *             "retry": "no"
                     *           },
                     *           "first_version": {},
                     *           "id": 1,
                     *           "mention_ids": [
                     *             1
                     *           ],
                     *           "payload": {},
                     *           "pricing": {},
                     *           "quote": {
                     *             "author_id": null,
                     *             "author_name": "Sara",
                     *             "conversation_id": null,
                     *             "direction": "out",
                     *             "message_id": null,
                     *             "revoked_at": null,
                     *             "text": "Your order is ready.",
                     *             "type": "text"
                     *           },
                     *           "reactions": [
                     *             {
                     *               "at": null,
                     *               "author_id": null,
                     *               "direction": "in",
                     *               "emoji": "👍",
                     *               "id": null
                     *             }
                     *           ],
                     *           "received_at": "2026-02-26T14:00:00Z",
                     *           "reply_to": "text",
                     *           "revoked_at": "2026-02-26T14:00:00Z",
                     *           "status": "text",
                     *           "text": "مرحباً، هل الطلب جاهز؟",
                     *           "type": "text",
                     *           "wamid": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "previous_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters of your choice, one for each message. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": {
                 *         "body": "طلبك جاهز للاستلام."
                 *       },
                 *       "type": "text"
                 *     }
                 */
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-02-26T14:00:00Z",
                     *       "author_id": 1,
                     *       "author_name": "Sara",
                     *       "category": "text",
                     *       "direction": "in",
                     *       "edited_at": "2026-02-26T14:00:00Z",
                     *       "errors": {},
                     *       "failure": {
                     *         "code": "131026",
                     *         "details": "text",
                     *         "message": "The message cannot be delivered to this number.",
                     *         "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *         "retry": "no"
                     *       },
                     *       "first_version": {},
                     *       "id": 1,
                     *       "mention_ids": [
                     *         1
                     *       ],
                     *       "payload": {},
                     *       "pricing": {},
                     *       "quote": {
                     *         "author_id": 1,
                     *         "author_name": "Sara",
                     *         "conversation_id": 1,
                     *         "direction": "out",
                     *         "message_id": 1,
                     *         "revoked_at": "2026-02-26T14:00:00Z",
                     *         "text": "Your order is ready.",
                     *         "type": "text"
                     *       },
                     *       "reactions": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "direction": "in",
                     *           "emoji": "👍",
                     *           "id": 1
                     *         }
                     *       ],
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "reply_to": "text",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "status": "text",
                     *       "text": "مرحباً، هل الطلب جاهز؟",
                     *       "type": "text",
                     *       "wamid": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be sent: `window_closed` (the templates to send instead are in `data`), `customer_blocked`, `opted_out`, `no_address`, `conversation.resolved`, `account.removed`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "window_closed",
                     *       "data": {
                     *         "expired_at": "2026-02-25T10:00:00Z",
                     *         "templates": []
                     *       },
                     *       "status": 409,
                     *       "title": "The customer's last message is more than 24 hours old: send a template."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
                /** @description The message. */
                message_id: components["schemas"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is cancelled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not scheduled any more: `message.not_scheduled`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters of your choice, one for each message. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
                /** @description The message that failed. */
                message_id: components["schemas"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-02-26T14:00:00Z",
                     *       "author_id": 1,
                     *       "author_name": "Sara",
                     *       "category": "text",
                     *       "direction": "in",
                     *       "edited_at": "2026-02-26T14:00:00Z",
                     *       "errors": {},
                     *       "failure": {
                     *         "code": "131026",
                     *         "details": "text",
                     *         "message": "The message cannot be delivered to this number.",
                     *         "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *         "retry": "no"
                     *       },
                     *       "first_version": {},
                     *       "id": 1,
                     *       "mention_ids": [
                     *         1
                     *       ],
                     *       "payload": {},
                     *       "pricing": {},
                     *       "quote": {
                     *         "author_id": 1,
                     *         "author_name": "Sara",
                     *         "conversation_id": 1,
                     *         "direction": "out",
                     *         "message_id": 1,
                     *         "revoked_at": "2026-02-26T14:00:00Z",
                     *         "text": "Your order is ready.",
                     *         "type": "text"
                     *       },
                     *       "reactions": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "direction": "in",
                     *           "emoji": "👍",
                     *           "id": 1
                     *         }
                     *       ],
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "reply_to": "text",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "status": "text",
                     *       "text": "مرحباً، هل الطلب جاهز؟",
                     *       "type": "text",
                     *       "wamid": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It did not fail (`message.not_failed`), or cannot be sent, as in Send a message. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_thread_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mention_ids": [
                 *         5
                 *       ],
                 *       "text": "@Sara she asked for the blue one; is it still there?"
                 *     }
                 */
                "application/json": components["schemas"]["WriteThreadNote"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-02-26T14:00:00Z",
                     *       "author_id": 1,
                     *       "author_name": "Sara",
                     *       "category": "text",
                     *       "direction": "in",
                     *       "edited_at": "2026-02-26T14:00:00Z",
                     *       "errors": {},
                     *       "failure": {
                     *         "code": "131026",
                     *         "details": "text",
                     *         "message": "The message cannot be delivered to this number.",
                     *         "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *         "retry": "no"
                     *       },
                     *       "first_version": {},
                     *       "id": 1,
                     *       "mention_ids": [
                     *         1
                     *       ],
                     *       "payload": {},
                     *       "pricing": {},
                     *       "quote": {
                     *         "author_id": 1,
                     *         "author_name": "Sara",
                     *         "conversation_id": 1,
                     *         "direction": "out",
                     *         "message_id": 1,
                     *         "revoked_at": "2026-02-26T14:00:00Z",
                     *         "text": "Your order is ready.",
                     *         "type": "text"
                     *       },
                     *       "reactions": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "direction": "in",
                     *           "emoji": "👍",
                     *           "id": 1
                     *         }
                     *       ],
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "reply_to": "text",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "status": "text",
                     *       "text": "مرحباً، هل الطلب جاهز؟",
                     *       "type": "text",
                     *       "wamid": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_thread_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
                /** @description The note's id, which is a message's. */
                thread_note_id: components["schemas"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_thread_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
                /** @description The note's id, which is a message's. */
                thread_note_id: components["schemas"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mention_ids": [
                 *         5
                 *       ],
                 *       "text": "It is; I have put it aside."
                 *     }
                 */
                "application/json": components["schemas"]["UpdateThreadNote"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-02-26T14:00:00Z",
                     *       "author_id": 1,
                     *       "author_name": "Sara",
                     *       "category": "text",
                     *       "direction": "in",
                     *       "edited_at": "2026-02-26T14:00:00Z",
                     *       "errors": {},
                     *       "failure": {
                     *         "code": "131026",
                     *         "details": "text",
                     *         "message": "The message cannot be delivered to this number.",
                     *         "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *         "retry": "no"
                     *       },
                     *       "first_version": {},
                     *       "id": 1,
                     *       "mention_ids": [
                     *         1
                     *       ],
                     *       "payload": {},
                     *       "pricing": {},
                     *       "quote": {
                     *         "author_id": 1,
                     *         "author_name": "Sara",
                     *         "conversation_id": 1,
                     *         "direction": "out",
                     *         "message_id": 1,
                     *         "revoked_at": "2026-02-26T14:00:00Z",
                     *         "text": "Your order is ready.",
                     *         "type": "text"
                     *       },
                     *       "reactions": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "direction": "in",
                     *           "emoji": "👍",
                     *           "id": 1
                     *         }
                     *       ],
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "reply_to": "text",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "status": "text",
                     *       "text": "مرحباً، هل الطلب جاهز؟",
                     *       "type": "text",
                     *       "wamid": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_typing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id or uuid.
                 * @example 17
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer sees it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The customer has written nothing yet: `conversation.nothing_to_answer`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_status: {
        parameters: {
            query?: {
                /** @description The account to write from; the one of the customer's latest message when absent. */
                account_id?: components["schemas"]["AccountId"];
            };
            header?: never;
            path: {
                /** @description The customer. */
                customer: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-02-25T10:00:00Z",
                     *       "last_inbound_at": "2026-02-24T10:00:00Z",
                     *       "remaining_minutes": 0,
                     *       "templates": [
                     *         {
                     *           "body": "Your order {{1}} is confirmed. Total: {{2}}",
                     *           "id": 1,
                     *           "language": "ar",
                     *           "name": "order_confirmation",
                     *           "param_count": 2
                     *         }
                     *       ],
                     *       "window_active": false
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStatus"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /**
                 * @description A filter in the text form; `GET /api/filter-fields` names the fields.
                 * @example tag:vip city:Riyadh (orders>=5 OR -last_inbound<30d)
                 */
                q?: string;
                /**
                 * @description `name`, `created_at`, `last_message_at` or `attributes.KEY`, with `-` before it for the largest
                 *     first. Customers without a value come last.
                 * @example -last_message_at
                 */
                sort?: string;
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
                /** @description Whether to count all of them. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filter": {},
                     *       "items": [
                     *         {
                     *           "attributes": [
                     *             {
                     *               "key": "city",
                     *               "label": "City",
                     *               "type": null,
                     *               "value": null
                     *             }
                     *           ],
                     *           "contacts": [
                     *             {
                     *               "account_id": null,
                     *               "channel": "whatsapp",
                     *               "created_at": null,
                     *               "id": null,
                     *               "last_inbound_at": null,
                     *               "last_message_at": null,
                     *               "phone": "text",
                     *               "profile_name": "text",
                     *               "user_id": "text",
                     *               "username": "text",
                     *               "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *               "wa_id": "text"
                     *             }
                     *           ],
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "csat_score": 4.5,
                     *           "email": "sara@example.com",
                     *           "first_conversation_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "language": "ar",
                     *           "last_contact_at": "2026-02-26T14:00:00Z",
                     *           "last_conversation_at": "2026-02-26T14:00:00Z",
                     *           "location": {
                     *             "city": "الرياض",
                     *             "country": "SA"
                     *           },
                     *           "metadata": {},
                     *           "name": "سارة القحطاني",
                     *           "opted_out": true,
                     *           "orders_count": 1,
                     *           "owner": {
                     *             "id": null,
                     *             "name": "text",
                     *             "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *           },
                     *           "phone": "+966501234567",
                     *           "possible_duplicates": [
                     *             {
                     *               "created_at": null,
                     *               "customer_id": null,
                     *               "reason": "user_id_moved"
                     *             }
                     *           ],
                     *           "source": "inbound",
                     *           "stage": "prospect",
                     *           "stage_pinned": true,
                     *           "status": "active",
                     *           "tags": [
                     *             "vip",
                     *             "returning",
                     *             "riyadh"
                     *           ],
                     *           "total_conversations": 1,
                     *           "total_messages": 1,
                     *           "updated_at": "2026-02-26T14:00:00Z",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "q": "tag:vip",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. A filter that is not understood has the code `filter.unknown_field`, `filter.unknown_operator`, `filter.bad_value`, `filter.syntax` or `filter.too_large`, and `data` says where the mistake is: `start` and `end` in characters of the text form, or the JSON `pointer` within the filter. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attributes": {
                 *         "plan": "gold"
                 *       },
                 *       "email": "sara@example.com",
                 *       "language": "ar",
                 *       "location": {
                 *         "city": "الرياض",
                 *         "country": "SA"
                 *       },
                 *       "name": "سارة القحطاني",
                 *       "phone": "+966 55 987 6543",
                 *       "tags": [
                 *         "vip"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateCustomer"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attributes": [
                     *         {
                     *           "key": "city",
                     *           "label": "City",
                     *           "type": "text",
                     *           "value": null
                     *         }
                     *       ],
                     *       "contacts": [
                     *         {
                     *           "account_id": 1,
                     *           "channel": "whatsapp",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "last_inbound_at": "2026-02-26T14:00:00Z",
                     *           "last_message_at": "2026-02-26T14:00:00Z",
                     *           "phone": "text",
                     *           "profile_name": "text",
                     *           "user_id": "text",
                     *           "username": "text",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "wa_id": "text"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "csat_score": 4.5,
                     *       "email": "sara@example.com",
                     *       "first_conversation_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "last_contact_at": "2026-02-26T14:00:00Z",
                     *       "last_conversation_at": "2026-02-26T14:00:00Z",
                     *       "location": {
                     *         "city": "الرياض",
                     *         "country": "SA"
                     *       },
                     *       "metadata": {},
                     *       "name": "سارة القحطاني",
                     *       "opted_out": true,
                     *       "orders_count": 1,
                     *       "owner": {
                     *         "id": 1,
                     *         "name": "text",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "phone": "+966501234567",
                     *       "possible_duplicates": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "reason": "user_id_moved"
                     *         }
                     *       ],
                     *       "source": "inbound",
                     *       "stage": "prospect",
                     *       "stage_pinned": true,
                     *       "status": "active",
                     *       "tags": [
                     *         "vip",
                     *         "returning",
                     *         "riyadh"
                     *       ],
                     *       "total_conversations": 1,
                     *       "total_messages": 1,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A contact has this number; whose it is stands in `data`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "contact.exists",
                     *       "data": {
                     *         "contact_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *         "customer_id": 42
                     *       },
                     *       "status": 409,
                     *       "title": "this address belongs to a contact already"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cursor": "text",
                 *       "filter": {},
                 *       "limit": 1,
                 *       "q": "riyadh",
                 *       "sort": "-last_message_at",
                 *       "total": true
                 *     }
                 */
                "application/json": components["schemas"]["SearchCustomers"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filter": {},
                     *       "items": [
                     *         {
                     *           "attributes": [
                     *             {
                     *               "key": "city",
                     *               "label": "City",
                     *               "type": null,
                     *               "value": null
                     *             }
                     *           ],
                     *           "contacts": [
                     *             {
                     *               "account_id": null,
                     *               "channel": "whatsapp",
                     *               "created_at": null,
                     *               "id": null,
                     *               "last_inbound_at": null,
                     *               "last_message_at": null,
                     *               "phone": "text",
                     *               "profile_name": "text",
                     *               "user_id": "text",
                     *               "username": "text",
                     *               "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *               "wa_id": "text"
                     *             }
                     *           ],
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "csat_score": 4.5,
                     *           "email": "sara@example.com",
                     *           "first_conversation_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "language": "ar",
                     *           "last_contact_at": "2026-02-26T14:00:00Z",
                     *           "last_conversation_at": "2026-02-26T14:00:00Z",
                     *           "location": {
                     *             "city": "الرياض",
                     *             "country": "SA"
                     *           },
                     *           "metadata": {},
                     *           "name": "سارة القحطاني",
                     *           "opted_out": true,
                     *           "orders_count": 1,
                     *           "owner": {
                     *             "id": null,
                     *             "name": "text",
                     *             "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *           },
                     *           "phone": "+966501234567",
                     *           "possible_duplicates": [
                     *             {
                     *               "created_at": null,
                     *               "customer_id": null,
                     *               "reason": "user_id_moved"
                     *             }
                     *           ],
                     *           "source": "inbound",
                     *           "stage": "prospect",
                     *           "stage_pinned": true,
                     *           "status": "active",
                     *           "tags": [
                     *             "vip",
                     *             "returning",
                     *             "riyadh"
                     *           ],
                     *           "total_conversations": 1,
                     *           "total_messages": 1,
                     *           "updated_at": "2026-02-26T14:00:00Z",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "q": "tag:vip",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. A filter that is not understood has the code `filter.unknown_field`, `filter.unknown_operator`, `filter.bad_value`, `filter.syntax` or `filter.too_large`, and `data` says where the mistake is: `start` and `end` in characters of the text form, or the JSON `pointer` within the filter. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attributes": [
                     *         {
                     *           "key": "city",
                     *           "label": "City",
                     *           "type": "text",
                     *           "value": null
                     *         }
                     *       ],
                     *       "contacts": [
                     *         {
                     *           "account_id": 1,
                     *           "channel": "whatsapp",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "last_inbound_at": "2026-02-26T14:00:00Z",
                     *           "last_message_at": "2026-02-26T14:00:00Z",
                     *           "phone": "text",
                     *           "profile_name": "text",
                     *           "user_id": "text",
                     *           "username": "text",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "wa_id": "text"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "csat_score": 4.5,
                     *       "email": "sara@example.com",
                     *       "first_conversation_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "last_contact_at": "2026-02-26T14:00:00Z",
                     *       "last_conversation_at": "2026-02-26T14:00:00Z",
                     *       "location": {
                     *         "city": "الرياض",
                     *         "country": "SA"
                     *       },
                     *       "metadata": {},
                     *       "name": "سارة القحطاني",
                     *       "opted_out": true,
                     *       "orders_count": 1,
                     *       "owner": {
                     *         "id": 1,
                     *         "name": "text",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "phone": "+966501234567",
                     *       "possible_duplicates": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "reason": "user_id_moved"
                     *         }
                     *       ],
                     *       "source": "inbound",
                     *       "stage": "prospect",
                     *       "stage_pinned": true,
                     *       "status": "active",
                     *       "tags": [
                     *         "vip",
                     *         "returning",
                     *         "riyadh"
                     *       ],
                     *       "total_conversations": 1,
                     *       "total_messages": 1,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attributes": {
                 *         "plan": null
                 *       },
                 *       "location": {
                 *         "city": "جدة"
                 *       },
                 *       "name": "سارة القحطاني",
                 *       "owner_id": 1,
                 *       "tags": [
                 *         "vip",
                 *         "returning"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCustomer"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attributes": [
                     *         {
                     *           "key": "city",
                     *           "label": "City",
                     *           "type": "text",
                     *           "value": null
                     *         }
                     *       ],
                     *       "contacts": [
                     *         {
                     *           "account_id": 1,
                     *           "channel": "whatsapp",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "last_inbound_at": "2026-02-26T14:00:00Z",
                     *           "last_message_at": "2026-02-26T14:00:00Z",
                     *           "phone": "text",
                     *           "profile_name": "text",
                     *           "user_id": "text",
                     *           "username": "text",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "wa_id": "text"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "csat_score": 4.5,
                     *       "email": "sara@example.com",
                     *       "first_conversation_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "last_contact_at": "2026-02-26T14:00:00Z",
                     *       "last_conversation_at": "2026-02-26T14:00:00Z",
                     *       "location": {
                     *         "city": "الرياض",
                     *         "country": "SA"
                     *       },
                     *       "metadata": {},
                     *       "name": "سارة القحطاني",
                     *       "opted_out": true,
                     *       "orders_count": 1,
                     *       "owner": {
                     *         "id": 1,
                     *         "name": "text",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "phone": "+966501234567",
                     *       "possible_duplicates": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "reason": "user_id_moved"
                     *         }
                     *       ],
                     *       "source": "inbound",
                     *       "stage": "prospect",
                     *       "stage_pinned": true,
                     *       "status": "active",
                     *       "tags": [
                     *         "vip",
                     *         "returning",
                     *         "riyadh"
                     *       ],
                     *       "total_conversations": 1,
                     *       "total_messages": 1,
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor_id": 1,
                     *           "actor_kind": "member",
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "contact_id": 1,
                     *           "evidence": "STOP",
                     *           "granted": true,
                     *           "id": 1,
                     *           "purpose": "marketing",
                     *           "recorded_at": "2026-02-26T14:00:00Z",
                     *           "source": "member"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsentView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customer_conversations: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The customer's id. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "assignee_id": 1,
                     *           "category": "SERVICE",
                     *           "contact_id": 1,
                     *           "conversation_flow_id": 1,
                     *           "current_step_id": 1,
                     *           "customer_id": 1,
                     *           "customer_name": "نورة الفيصل",
                     *           "customer_phone": "+966501234567",
                     *           "expires_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "is_completed": true,
                     *           "last_interaction_at": "2026-02-26T14:00:00Z",
                     *           "last_message": {
                     *             "direction": "in",
                     *             "id": 1,
                     *             "status": "read",
                     *             "text": "مرحباً، هل الطلب جاهز؟",
                     *             "type": "text"
                     *           },
                     *           "last_message_at": "2026-02-26T14:00:00Z",
                     *           "messages_count": 1,
                     *           "resolved_at": "2026-02-26T14:00:00Z",
                     *           "session_data": {},
                     *           "snoozed_until": "2026-02-26T14:00:00Z",
                     *           "started_at": "2026-02-26T14:00:00Z",
                     *           "status": "open",
                     *           "unread_count": 1,
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
                     *           "whatsapp_account_id": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConversationView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_customer: {
        parameters: {
            query?: {
                /**
                 * @description A filter in the text form.
                 * @example tag:vip orders>=5
                 */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "actual": null,
                     *       "holds": true,
                     *       "part": "all",
                     *       "parts": [
                     *         {
                     *           "actual": null,
                     *           "holds": true,
                     *           "part": "all",
                     *           "parts": [
                     *             {
                     *               "actual": null,
                     *               "holds": true,
                     *               "part": null,
                     *               "parts": [
                     *                 null
                     *               ],
                     *               "text": "text",
                     *               "why": "text"
                     *             }
                     *           ],
                     *           "text": "text",
                     *           "why": "text"
                     *         }
                     *       ],
                     *       "text": "text",
                     *       "why": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. A filter that is not understood has the code `filter.unknown_field`, `filter.unknown_operator`, `filter.bad_value`, `filter.syntax` or `filter.too_large`, and `data` says where the mistake is: `start` and `end` in characters of the text form, or the JSON `pointer` within the filter. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_customer_filter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {},
                 *       "q": "tag:vip"
                 *     }
                 */
                "application/json": components["schemas"]["ExplainFilter"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "actual": null,
                     *       "holds": true,
                     *       "part": "all",
                     *       "parts": [
                     *         {
                     *           "actual": null,
                     *           "holds": true,
                     *           "part": "all",
                     *           "parts": [
                     *             {
                     *               "actual": null,
                     *               "holds": true,
                     *               "part": null,
                     *               "parts": [
                     *                 null
                     *               ],
                     *               "text": "text",
                     *               "why": "text"
                     *             }
                     *           ],
                     *           "text": "text",
                     *           "why": "text"
                     *         }
                     *       ],
                     *       "text": "text",
                     *       "why": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. A filter that is not understood has the code `filter.unknown_field`, `filter.unknown_operator`, `filter.bad_value`, `filter.syntax` or `filter.too_large`, and `data` says where the mistake is: `start` and `end` in characters of the text form, or the JSON `pointer` within the filter. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notes: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "author": {
                     *             "id": 1,
                     *             "name": "text",
                     *             "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *           },
                     *           "body": "Prefers calls after 18:00.",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "id": 1,
                     *           "updated_at": "2026-02-26T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_NoteView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Prefers calls after 18:00."
                 *     }
                 */
                "application/json": components["schemas"]["WriteNote"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": 1,
                     *         "name": "text",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "body": "Prefers calls after 18:00.",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "customer_id": 1,
                     *       "id": 1,
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_opted_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "evidence": "Asked on the phone not to get offers any more.",
                 *       "opted_out": true
                 *     }
                 */
                "application/json": components["schemas"]["SetOptedOut"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "opted_out": true
                     *     }
                     */
                    "application/json": components["schemas"]["OptedOut"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_responses: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "conversation_id": 1,
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "id": 1,
                     *           "question_key": "service_choice",
                     *           "question_text": "What service do you need?",
                     *           "response_metadata": {},
                     *           "response_type": "text",
                     *           "response_value": "Delivery"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ResponseView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_customer_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
                /** @description The tag. */
                tag_id: components["schemas"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tag was deleted at the same moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "referred",
                     *       "status": 409,
                     *       "title": "It refers to something that does not exist any more."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_customer_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
                /** @description The tag. */
                tag_id: components["schemas"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They do not have it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customer_events: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The customer. */
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor_id": 1,
                     *           "actor_kind": "member",
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "customer_id": 1,
                     *           "data": {},
                     *           "id": 1,
                     *           "kind": "tag.renamed"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EventView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_filter_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "datetime",
                     *           "label": "Last inbound",
                     *           "name": "last_inbound_at",
                     *           "operators": [
                     *             "eq",
                     *             "within_last",
                     *             "is_set"
                     *           ],
                     *           "short_name": "last_inbound",
                     *           "values": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_FilterField"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_inbox_contacts: {
        parameters: {
            query?: {
                /**
                 * @description Any part of the name, a phone number in any grouping, or the email. Nobody is found by nothing.
                 * @example mohammed
                 */
                q?: string;
                /** @description How many at most; more than 20 are read as 20. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contacts": [
                     *         {
                     *           "customer_id": 1,
                     *           "id": 1,
                     *           "name": "Mohammed Ali",
                     *           "phone": "+966501234567",
                     *           "source": "customer"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FoundContacts"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_inbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mine": 7,
                     *       "most": 10000,
                     *       "open": 42,
                     *       "pending": 12,
                     *       "snoozed": 5,
                     *       "unassigned": 3,
                     *       "unread": 9
                     *     }
                     */
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "qahwa with cardamom",
                 *       "token": "ci_q0XEXAMPLE"
                 *     }
                 */
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": 1,
                     *         "name": "Salla shop"
                     *       },
                     *       "member": {
                     *         "active": true,
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "email": "huda@baytcoffee.sa",
                     *         "has_password": true,
                     *         "id": 1,
                     *         "name": "Huda Al-Harbi",
                     *         "role": "agent",
                     *         "updated_at": "2026-02-26T14:00:00Z",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "permissions": [
                     *         "customers:read"
                     *       ],
                     *       "role": "agent",
                     *       "workspace": {
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "default_region": "SA",
                     *         "id": 1,
                     *         "name": "Bayt Coffee",
                     *         "time_zone": "Asia/Riyadh",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Huda Al-Harbi"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateMe"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "email": "huda@baytcoffee.sa",
                     *       "has_password": true,
                     *       "id": 1,
                     *       "name": "Huda Al-Harbi",
                     *       "role": "agent",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "qahwa with cardamom",
                 *       "new": "qahwa without sugar"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description It is done; there is nothing to add. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "active": true,
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "email": "huda@baytcoffee.sa",
                     *           "has_password": true,
                     *           "id": 1,
                     *           "name": "Huda Al-Harbi",
                     *           "role": "agent",
                     *           "updated_at": "2026-02-26T14:00:00Z",
                     *           "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_MemberView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_member: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "huda@baytcoffee.sa",
                 *       "name": "Huda Al-Harbi",
                 *       "role": "agent"
                 *     }
                 */
                "application/json": components["schemas"]["AddMember"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "email": "huda@baytcoffee.sa",
                     *       "has_password": true,
                     *       "id": 1,
                     *       "invitation": {
                     *         "expires_at": "2026-02-26T14:00:00Z",
                     *         "token": "ci_q0XEXAMPLE"
                     *       },
                     *       "name": "Huda Al-Harbi",
                     *       "role": "agent",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["NewMemberView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "email": "huda@baytcoffee.sa",
                     *       "has_password": true,
                     *       "id": 1,
                     *       "name": "Huda Al-Harbi",
                     *       "role": "agent",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done; there is nothing to add. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description They are the last owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "last_owner",
                     *       "status": 409,
                     *       "title": "This is the last owner who can sign in; make another member an owner first."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "manager"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "email": "huda@baytcoffee.sa",
                     *       "has_password": true,
                     *       "id": 1,
                     *       "name": "Huda Al-Harbi",
                     *       "role": "agent",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-02-26T14:00:00Z",
                     *       "token": "ci_q0XEXAMPLE"
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The member is not active, or is the caller. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_message_to_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters of your choice, one for each message. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contact_id": 12,
                 *       "template": {
                 *         "components": [
                 *           {
                 *             "parameters": [
                 *               {
                 *                 "text": "A-17",
                 *                 "type": "text"
                 *               },
                 *               {
                 *                 "text": "45 SAR",
                 *                 "type": "text"
                 *               }
                 *             ],
                 *             "type": "body"
                 *           }
                 *         ],
                 *         "language": {
                 *           "code": "ar"
                 *         },
                 *         "name": "order_confirmation"
                 *       },
                 *       "type": "template"
                 *     }
                 */
                "application/json": components["schemas"]["SendToContact"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-02-26T14:00:00Z",
                     *       "author_id": 1,
                     *       "author_name": "Sara",
                     *       "category": "text",
                     *       "direction": "in",
                     *       "edited_at": "2026-02-26T14:00:00Z",
                     *       "errors": {},
                     *       "failure": {
                     *         "code": "131026",
                     *         "details": "text",
                     *         "message": "The message cannot be delivered to this number.",
                     *         "message_ar": "لا يمكن تسليم الرسالة إلى هذا الرقم.",
                     *         "retry": "no"
                     *       },
                     *       "first_version": {},
                     *       "id": 1,
                     *       "mention_ids": [
                     *         1
                     *       ],
                     *       "payload": {},
                     *       "pricing": {},
                     *       "quote": {
                     *         "author_id": 1,
                     *         "author_name": "Sara",
                     *         "conversation_id": 1,
                     *         "direction": "out",
                     *         "message_id": 1,
                     *         "revoked_at": "2026-02-26T14:00:00Z",
                     *         "text": "Your order is ready.",
                     *         "type": "text"
                     *       },
                     *       "reactions": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "author_id": 1,
                     *           "direction": "in",
                     *           "emoji": "👍",
                     *           "id": 1
                     *         }
                     *       ],
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "reply_to": "text",
                     *       "revoked_at": "2026-02-26T14:00:00Z",
                     *       "status": "text",
                     *       "text": "مرحباً، هل الطلب جاهز؟",
                     *       "type": "text",
                     *       "wamid": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be sent, as in Send a message. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The note. */
                id: components["schemas"]["NoteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The note. */
                id: components["schemas"]["NoteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Prefers calls after 18:00."
                 *     }
                 */
                "application/json": components["schemas"]["WriteNote"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "id": 1,
                     *         "name": "text",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "body": "Prefers calls after 18:00.",
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "customer_id": 1,
                     *       "id": 1,
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": 1,
                     *         "name": "Salla shop"
                     *       },
                     *       "member": {
                     *         "active": true,
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "email": "huda@baytcoffee.sa",
                     *         "has_password": true,
                     *         "id": 1,
                     *         "name": "Huda Al-Harbi",
                     *         "role": "agent",
                     *         "updated_at": "2026-02-26T14:00:00Z",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "permissions": [
                     *         "customers:read"
                     *       ],
                     *       "role": "agent",
                     *       "workspace": {
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "default_region": "SA",
                     *         "id": 1,
                     *         "name": "Bayt Coffee",
                     *         "time_zone": "Asia/Riyadh",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "huda@baytcoffee.sa",
                 *       "password": "qahwa with cardamom"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": 1,
                     *         "name": "Salla shop"
                     *       },
                     *       "member": {
                     *         "active": true,
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "email": "huda@baytcoffee.sa",
                     *         "has_password": true,
                     *         "id": 1,
                     *         "name": "Huda Al-Harbi",
                     *         "role": "agent",
                     *         "updated_at": "2026-02-26T14:00:00Z",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "permissions": [
                     *         "customers:read"
                     *       ],
                     *       "role": "agent",
                     *       "workspace": {
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "default_region": "SA",
                     *         "id": 1,
                     *         "name": "Bayt Coffee",
                     *         "time_zone": "Asia/Riyadh",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done; there is nothing to add. */
            204: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "current": true,
                     *           "expires_at": "2026-02-26T14:00:00Z",
                     *           "last_used_at": "2026-02-26T14:00:00Z",
                     *           "user_agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/148.0"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_SessionEntry"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done; there is nothing to add. */
            204: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needed": true
                     *     }
                     */
                    "application/json": components["schemas"]["SetupView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "default_region": "SA",
                 *       "name": "Bayt Coffee",
                 *       "owner": {
                 *         "email": "huda@baytcoffee.sa",
                 *         "name": "Huda Al-Harbi",
                 *         "password": "qahwa with cardamom"
                 *       },
                 *       "time_zone": "Asia/Riyadh"
                 *     }
                 */
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": 1,
                     *         "name": "Salla shop"
                     *       },
                     *       "member": {
                     *         "active": true,
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "email": "huda@baytcoffee.sa",
                     *         "has_password": true,
                     *         "id": 1,
                     *         "name": "Huda Al-Harbi",
                     *         "role": "agent",
                     *         "updated_at": "2026-02-26T14:00:00Z",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       },
                     *       "permissions": [
                     *         "customers:read"
                     *       ],
                     *       "role": "agent",
                     *       "workspace": {
                     *         "created_at": "2026-02-26T14:00:00Z",
                     *         "default_region": "SA",
                     *         "id": 1,
                     *         "name": "Bayt Coffee",
                     *         "time_zone": "Asia/Riyadh",
                     *         "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is a workspace already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "data": {},
                     *       "errors": [
                     *         {
                     *           "field": "phone_number",
                     *           "message": "is not a phone number: it has no country code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The request has invalid values."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "allowed": true,
                     *       "enabled": true,
                     *       "phone_number": "+966 11 200 0000",
                     *       "ready": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatorState"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switch_simulator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["SwitchSimulator"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 1,
                     *       "allowed": true,
                     *       "enabled": true,
                     *       "phone_number": "+966 11 200 0000",
                     *       "ready": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatorState"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "simulator.not_allowed",
                     *       "status": 409,
                     *       "title": "The operator of this server does not allow the simulated WhatsApp (simulator.allowed)."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulator_behaviour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delivered_ms": 350,
                     *       "duplicated": 0.05,
                     *       "late": 0.1,
                     *       "late_ms": 2000,
                     *       "lost_response": 0.02,
                     *       "marketing_cap": 0,
                     *       "not_on_whatsapp": 0,
                     *       "out_of_order": 0.05,
                     *       "pair_limit": true,
                     *       "read_ms": 1000,
                     *       "reply_ms": 1500,
                     *       "review_ms": 1000,
                     *       "seed": 7,
                     *       "sent_ms": 150,
                     *       "server_error": 0.02,
                     *       "throughput_limit": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatorBehaviour"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_simulator_behaviour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "delivered_ms": 350,
                 *       "duplicated": 0.05,
                 *       "late": 0.1,
                 *       "late_ms": 2000,
                 *       "lost_response": 0.02,
                 *       "marketing_cap": 0,
                 *       "not_on_whatsapp": 0,
                 *       "out_of_order": 0.05,
                 *       "pair_limit": true,
                 *       "read_ms": 1000,
                 *       "reply_ms": 1500,
                 *       "review_ms": 1000,
                 *       "seed": 7,
                 *       "sent_ms": 150,
                 *       "server_error": 0.02,
                 *       "throughput_limit": true
                 *     }
                 */
                "application/json": components["schemas"]["SimulatorBehaviour"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delivered_ms": 350,
                     *       "duplicated": 0.05,
                     *       "late": 0.1,
                     *       "late_ms": 2000,
                     *       "lost_response": 0.02,
                     *       "marketing_cap": 0,
                     *       "not_on_whatsapp": 0,
                     *       "out_of_order": 0.05,
                     *       "pair_limit": true,
                     *       "read_ms": 1000,
                     *       "reply_ms": 1500,
                     *       "review_ms": 1000,
                     *       "seed": 7,
                     *       "sent_ms": 150,
                     *       "server_error": 0.02,
                     *       "throughput_limit": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatorBehaviour"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ahead_seconds": 90000,
                     *       "may_be_moved": true,
                     *       "now": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advance_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advance_seconds": 90000
                 *     }
                 */
                "application/json": components["schemas"]["AdvanceClock"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ahead_seconds": 90000,
                     *       "may_be_moved": true,
                     *       "now": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The clock of this server goes by itself. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "clock.not_allowed",
                     *       "status": 409,
                     *       "title": "The clock of this server goes by itself. The operator lets it be moved with `clientele serve --test-clock`."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_simulated_people: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "auto_read": true,
                     *           "auto_reply": "none",
                     *           "blocks_business": false,
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "name": "نورة العتيبي",
                     *           "online": true,
                     *           "phone_number": "+966501234567",
                     *           "user_id": "SA.5612345678901234567",
                     *           "username": "noura",
                     *           "wants_marketing": true
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_SimulatedPerson"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_simulated_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "auto_read": true,
                 *       "auto_reply": "none",
                 *       "name": "نورة العتيبي",
                 *       "phone_number": "+966 50 123 4567",
                 *       "username": "noura"
                 *     }
                 */
                "application/json": components["schemas"]["NewSimulatedPerson"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "auto_read": true,
                     *       "auto_reply": "none",
                     *       "blocks_business": false,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "name": "نورة العتيبي",
                     *       "online": true,
                     *       "phone_number": "+966501234567",
                     *       "user_id": "SA.5612345678901234567",
                     *       "username": "noura",
                     *       "wants_marketing": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatedPerson"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulated_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "auto_read": true,
                     *       "auto_reply": "none",
                     *       "blocks_business": false,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "name": "نورة العتيبي",
                     *       "online": true,
                     *       "phone_number": "+966501234567",
                     *       "user_id": "SA.5612345678901234567",
                     *       "username": "noura",
                     *       "wants_marketing": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatedPerson"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_simulated_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_simulated_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "online": false
                 *     }
                 */
                "application/json": components["schemas"]["ChangeSimulatedPerson"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "auto_read": true,
                     *       "auto_reply": "none",
                     *       "blocks_business": false,
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "name": "نورة العتيبي",
                     *       "online": true,
                     *       "phone_number": "+966501234567",
                     *       "user_id": "SA.5612345678901234567",
                     *       "username": "noura",
                     *       "wants_marketing": true
                     *     }
                     */
                    "application/json": components["schemas"]["SimulatedPerson"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulated_file: {
        parameters: {
            query?: {
                /** @description The `id` of the message it is in. */
                message?: string;
            };
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/octet-stream": string;
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulated_phone: {
        parameters: {
            query?: {
                /** @description How many messages, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-02-26T14:00:00Z",
                     *           "choices": [
                     *             {
                     *               "description": "text",
                     *               "id": "yes",
                     *               "title": "Yes, please"
                     *             }
                     *           ],
                     *           "content": {},
                     *           "edited": true,
                     *           "error_code": null,
                     *           "from": "business",
                     *           "has_file": true,
                     *           "has_form": true,
                     *           "id": "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA==",
                     *           "reaction_of_business": null,
                     *           "reaction_of_person": "👍",
                     *           "reply_to": null,
                     *           "revoked": true,
                     *           "status": "accepted",
                     *           "template": {},
                     *           "text": "متى تفتحون؟",
                     *           "type": "text"
                     *         }
                     *       ],
                     *       "typing": false,
                     *       "window_open_until": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PhoneScreen"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    do_on_simulated_phone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "متى تفتحون؟",
                 *       "type": "text"
                 *     }
                 */
                "application/json": components["schemas"]["DoOnPhone"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA=="
                     *     }
                     */
                    "application/json": components["schemas"]["DoneOnPhone"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_on_simulated_phone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "read": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ReadOnPhone"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "customers_count": 1,
                     *           "hue": 1,
                     *           "id": 1,
                     *           "name": "vip",
                     *           "updated_at": "2026-02-26T14:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TagView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_tag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hue": 0,
                 *       "name": "vip"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTag"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "customers_count": 1,
                     *       "hue": 1,
                     *       "id": 1,
                     *       "name": "vip",
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag. */
                id: components["schemas"]["TagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag. */
                id: components["schemas"]["TagId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hue": 0,
                 *       "name": "text"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTag"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "customers_count": 1,
                     *       "hue": 1,
                     *       "id": 1,
                     *       "name": "vip",
                     *       "updated_at": "2026-02-26T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: {
                /** @description Only those that this account can send, or could when Meta approves them. */
                account_id?: components["schemas"]["AccountId"];
                /** @description Only in this status. Those that Meta no longer has are left out unless `DELETED` is asked for. */
                status?: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED" | "IN_APPEAL" | "LIMIT_EXCEEDED" | "ARCHIVED" | "PENDING_DELETION" | "DELETED";
                /** @description Only of this category. */
                category?: "MARKETING" | "UTILITY" | "AUTHENTICATION";
                /** @description Only in this language, by Meta's code: `ar`, `en_US`, … */
                language?: string;
                /** @description Only of this name. */
                name?: string;
                /** @description Only those with these words in their name or body, in any spelling; at most 200 characters. */
                search?: string;
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "body": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *           "category": "UTILITY",
                     *           "created_at": "2026-02-26T14:00:00Z",
                     *           "id": 1,
                     *           "language": "ar",
                     *           "message_send_ttl_seconds": null,
                     *           "meta_id": "594425479261596",
                     *           "name": "order_confirmation",
                     *           "param_count": 2,
                     *           "parameter_format": "POSITIONAL",
                     *           "previous_category": null,
                     *           "quality": "GREEN",
                     *           "rejected_reason": null,
                     *           "status": "APPROVED",
                     *           "status_detail": null,
                     *           "upcoming_category": "MARKETING",
                     *           "updated_at": "2026-02-26T14:00:00Z",
                     *           "waba_id": "102290129340398"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TemplateView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1,
                 *       "category": "MARKETING",
                 *       "components": [
                 *         {
                 *           "example": {
                 *             "body_text": [
                 *               [
                 *                 "A-17",
                 *                 "45 SAR"
                 *               ]
                 *             ]
                 *           },
                 *           "text": "Your order {{1}} is confirmed. Total: {{2}}.",
                 *           "type": "BODY"
                 *         }
                 *       ],
                 *       "language": "ar",
                 *       "message_send_ttl_seconds": 43200,
                 *       "name": "order_confirmation",
                 *       "parameter_format": "POSITIONAL"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTemplate"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *       "category": "UTILITY",
                     *       "components": [
                     *         {
                     *           "example": {
                     *             "body_text": [
                     *               [
                     *                 "A-17",
                     *                 "45 SAR"
                     *               ]
                     *             ]
                     *           },
                     *           "text": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *           "type": "BODY"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "message_send_ttl_seconds": null,
                     *       "meta_id": "594425479261596",
                     *       "name": "order_confirmation",
                     *       "param_count": 2,
                     *       "parameter_format": "POSITIONAL",
                     *       "parameters": {
                     *         "body": [
                     *           {
                     *             "example": "A-17",
                     *             "name": "1"
                     *           }
                     *         ],
                     *         "buttons": [
                     *           {
                     *             "example": "A-17",
                     *             "index": 0,
                     *             "label": "Track",
                     *             "required": true,
                     *             "sub_type": "url",
                     *             "type": "text",
                     *             "value": "url_suffix"
                     *           }
                     *         ],
                     *         "cards": [],
                     *         "header": {
                     *           "type": "text",
                     *           "variable": null
                     *         },
                     *         "limited_time_offer": false
                     *       },
                     *       "previous_category": null,
                     *       "quality": "GREEN",
                     *       "rejected_reason": null,
                     *       "status": "APPROVED",
                     *       "status_detail": null,
                     *       "upcoming_category": "MARKETING",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "waba_id": "102290129340398"
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateDetail"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta refuses the account's token, or it is lost. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.token",
                     *       "data": {
                     *         "code": 190,
                     *         "details": null,
                     *         "fbtrace_id": "A1b2",
                     *         "message": "Error validating access token",
                     *         "subcode": null
                     *       },
                     *       "status": 409,
                     *       "title": "The access token is not valid. (Meta refused with code 190: Error validating access token)"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. With the code `meta.refused`, Meta does not want it: `data` has its words. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "components",
                     *           "message": "have no body: a template needs a component of type `BODY`"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "components: have no body: a template needs a component of type `BODY`"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta gave no answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.unreachable",
                     *       "status": 502,
                     *       "title": "Meta could not be reached, so nothing was done."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sync_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": 1
                 *     }
                 */
                "application/json": components["schemas"]["SyncTemplates"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 1,
                     *       "changed": 2,
                     *       "deleted": 0,
                     *       "listed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["TemplatesSynced"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta refuses the account's token, or it is lost. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.token",
                     *       "data": {
                     *         "code": 190,
                     *         "details": null,
                     *         "fbtrace_id": "A1b2",
                     *         "message": "Error validating access token",
                     *         "subcode": null
                     *       },
                     *       "status": 409,
                     *       "title": "The access token is not valid. (Meta refused with code 190: Error validating access token)"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta gave no answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.unreachable",
                     *       "status": 502,
                     *       "title": "Meta could not be reached, so nothing was done."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The template. */
                id: components["schemas"]["TemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *       "category": "UTILITY",
                     *       "components": [
                     *         {
                     *           "example": {
                     *             "body_text": [
                     *               [
                     *                 "A-17",
                     *                 "45 SAR"
                     *               ]
                     *             ]
                     *           },
                     *           "text": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *           "type": "BODY"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "message_send_ttl_seconds": null,
                     *       "meta_id": "594425479261596",
                     *       "name": "order_confirmation",
                     *       "param_count": 2,
                     *       "parameter_format": "POSITIONAL",
                     *       "parameters": {
                     *         "body": [
                     *           {
                     *             "example": "A-17",
                     *             "name": "1"
                     *           }
                     *         ],
                     *         "buttons": [
                     *           {
                     *             "example": "A-17",
                     *             "index": 0,
                     *             "label": "Track",
                     *             "required": true,
                     *             "sub_type": "url",
                     *             "type": "text",
                     *             "value": "url_suffix"
                     *           }
                     *         ],
                     *         "cards": [],
                     *         "header": {
                     *           "type": "text",
                     *           "variable": null
                     *         },
                     *         "limited_time_offer": false
                     *       },
                     *       "previous_category": null,
                     *       "quality": "GREEN",
                     *       "rejected_reason": null,
                     *       "status": "APPROVED",
                     *       "status_detail": null,
                     *       "upcoming_category": "MARKETING",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "waba_id": "102290129340398"
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateDetail"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The template. */
                id: components["schemas"]["TemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Meta no longer has it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta gave no answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.unreachable",
                     *       "status": 502,
                     *       "title": "Meta could not be reached, so nothing was done."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The template. */
                id: components["schemas"]["TemplateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "UTILITY",
                 *       "components": [
                 *         {
                 *           "example": {
                 *             "body_text": [
                 *               [
                 *                 "A-17"
                 *               ]
                 *             ]
                 *           },
                 *           "text": "Your order {{1}} is on its way.",
                 *           "type": "BODY"
                 *         }
                 *       ],
                 *       "message_send_ttl_seconds": 43200
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTemplate"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *       "category": "UTILITY",
                     *       "components": [
                     *         {
                     *           "example": {
                     *             "body_text": [
                     *               [
                     *                 "A-17",
                     *                 "45 SAR"
                     *               ]
                     *             ]
                     *           },
                     *           "text": "Your order {{1}} is confirmed. Total: {{2}}.",
                     *           "type": "BODY"
                     *         }
                     *       ],
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "id": 1,
                     *       "language": "ar",
                     *       "message_send_ttl_seconds": null,
                     *       "meta_id": "594425479261596",
                     *       "name": "order_confirmation",
                     *       "param_count": 2,
                     *       "parameter_format": "POSITIONAL",
                     *       "parameters": {
                     *         "body": [
                     *           {
                     *             "example": "A-17",
                     *             "name": "1"
                     *           }
                     *         ],
                     *         "buttons": [
                     *           {
                     *             "example": "A-17",
                     *             "index": 0,
                     *             "label": "Track",
                     *             "required": true,
                     *             "sub_type": "url",
                     *             "type": "text",
                     *             "value": "url_suffix"
                     *           }
                     *         ],
                     *         "cards": [],
                     *         "header": {
                     *           "type": "text",
                     *           "variable": null
                     *         },
                     *         "limited_time_offer": false
                     *       },
                     *       "previous_category": null,
                     *       "quality": "GREEN",
                     *       "rejected_reason": null,
                     *       "status": "APPROVED",
                     *       "status_detail": null,
                     *       "upcoming_category": "MARKETING",
                     *       "updated_at": "2026-02-26T14:00:00Z",
                     *       "waba_id": "102290129340398"
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateDetail"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is neither approved nor rejected nor paused, or no account can speak for it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "template.not_editable",
                     *       "status": 409,
                     *       "title": "Meta changes templates that are approved, rejected or paused; this one is PENDING."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Meta gave no answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "meta.unreachable",
                     *       "status": 502,
                     *       "title": "Meta could not be reached, so nothing was done."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The template. */
                id: components["schemas"]["TemplateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "components": [
                 *         {
                 *           "parameters": [
                 *             {
                 *               "text": "A-17",
                 *               "type": "text"
                 *             },
                 *             {
                 *               "text": "45 SAR",
                 *               "type": "text"
                 *             }
                 *           ],
                 *           "type": "body"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PreviewTemplate"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "Your order A-17 is confirmed. Total: 45 SAR.",
                     *       "buttons": [
                     *         {
                     *           "label": "Track",
                     *           "url": "https://bayt.example/track/A-17"
                     *         }
                     *       ],
                     *       "cards": [],
                     *       "footer": "Bayt Coffee",
                     *       "header": null,
                     *       "problems": [
                     *         {
                     *           "code": "parameter_count",
                     *           "field": "components[0].parameters",
                     *           "message": "has 1 values; the template has 2"
                     *         }
                     *       ],
                     *       "text": "Your order A-17 is confirmed. Total: 45 SAR."
                     *     }
                     */
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhook_events: {
        parameters: {
            query?: {
                /** @description Rows of the page, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "id": 1,
                     *           "problem": "messages[1]: no id",
                     *           "received_at": "2026-02-26T14:00:00Z",
                     *           "state": "failed"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "total": 1,
                     *       "total_is_estimate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WebhookEventView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhook_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "body": "text",
                     *       "id": 1,
                     *       "problem": "messages[1]: no id",
                     *       "received_at": "2026-02-26T14:00:00Z",
                     *       "state": "failed"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEventDetail"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_webhook_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "problem": "text",
                     *       "state": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is done already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "event.done",
                     *       "status": 409,
                     *       "title": "Webhook 17 is done: all that it says is stored already."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "id": 1,
                     *       "name": "Bayt Coffee",
                     *       "time_zone": "Asia/Riyadh",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkspaceView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_workspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "default_region": "SA",
                 *       "name": "Bayt Coffee",
                 *       "time_zone": "Asia/Riyadh"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateWorkspace"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-02-26T14:00:00Z",
                     *       "default_region": "SA",
                     *       "id": 1,
                     *       "name": "Bayt Coffee",
                     *       "time_zone": "Asia/Riyadh",
                     *       "uuid": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkspaceView"];
                };
            };
            /** @description The request cannot be read: malformed JSON, an incomplete body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "incomplete_body",
                     *       "status": 400,
                     *       "title": "The request cannot be read."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key or session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unauthorized",
                     *       "status": 401,
                     *       "title": "No valid API key or session."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "forbidden",
                     *       "status": 403,
                     *       "title": "The caller may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not_found",
                     *       "status": 404,
                     *       "title": "There is no such thing in this workspace."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is in the way; `code` says what. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "taken",
                     *       "status": 409,
                     *       "title": "Something is in the way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_large",
                     *       "status": 413,
                     *       "title": "The body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unsupported_media_type",
                     *       "status": 415,
                     *       "title": "The body is not JSON."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Values are invalid; `errors` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "errors": [
                     *         {
                     *           "field": "name",
                     *           "message": "must not be empty"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Values are invalid."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again later. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "too_many_requests",
                     *       "status": 429,
                     *       "title": "Too many requests."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database or the server is busy; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "unavailable",
                     *       "status": 503,
                     *       "title": "The database or the server is busy."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
