package io.watchdesk.platform.node;

import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * This machine among others: {@code watchdesk.node}.
 *
 * @param name what the ledger and alarms call it; null for the host's name. Two nodes on one host need one each
 * @param freeSpace the start is refused, and later an alarm raised, while less is free on the disk of the data directory
 * @param publishingSpace while less is free, nothing is published: a post whose record cannot be written must not go out
 * @param clockOffset how far this machine's clock may be from the database's
 * @param checkDatabase whether every row of the embedded database is read once before the start
 * @param restoredFrom when the backup was taken from which the database was restored, to be set for the first start after
 *     it on PostgreSQL; the embedded database knows by itself
 * @param goBack whether an older version may be started on the database of a newer one
 * @param migrateInstances whether this start moves running instances to the newest version of their model
 */
@Validated
@ConfigurationProperties("watchdesk.node")
public record NodeSettings(
        String name,
        @DefaultValue("1GB") DataSize freeSpace,
        @DefaultValue("200MB") DataSize publishingSpace,
        @DefaultValue("2s") @DurationMin(millis = 100) Duration clockOffset,
        @DefaultValue("true") boolean checkDatabase,
        Instant restoredFrom,
        @DefaultValue("false") boolean goBack,
        @DefaultValue("false") boolean migrateInstances) {}
