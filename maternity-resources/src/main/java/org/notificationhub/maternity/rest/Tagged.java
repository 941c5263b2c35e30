package org.notificationhub.maternity.rest;

import jakarta.ws.rs.core.EntityTag;

/** An answer and its strong entity tag. */
record Tagged(ResourceView view, EntityTag tag) {}
