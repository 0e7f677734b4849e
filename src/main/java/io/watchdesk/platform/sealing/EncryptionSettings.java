package io.watchdesk.platform.sealing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of the secrets in the database: {@code watchdesk.encryption}.
 *
 * @param secretKeys each the base64 of 32 random bytes; the first seals, the others only open. Without any, the file
 *     {@code watchdesk.keys} in the data directory counts, which the first start makes
 */
@ConfigurationProperties("watchdesk.encryption")
record EncryptionSettings(@DefaultValue List<String> secretKeys) {}
