package io.watchdesk.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator ({@code watchdesk.admin}); read only while nobody is an administrator.
 *
 * @param id user id, or null for {@code admin}
 * @param password or null for a random one, printed once
 * @param email where mails reach the administrator, or null
 */
@ConfigurationProperties("watchdesk.admin")
record AdministratorSettings(String id, String password, String email) {}
