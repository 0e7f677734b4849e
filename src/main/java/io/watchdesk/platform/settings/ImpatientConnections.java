package io.watchdesk.platform.settings;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A PostgreSQL server that has gone without a word must not hold a thread for ever: by its own defaults the driver waits
 * without an end for an answer. What the settings or the address say themselves counts more.
 */
@Component
class ImpatientConnections implements BeanPostProcessor {

    /** Seconds without any answer; an upgrade that takes longer for one statement needs more in the address. */
    private static final String SILENCE = "120";

    /** Seconds for a new connection. */
    private static final String CONNECTING = "5";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.getDataSourceProperties().putIfAbsent("socketTimeout", SILENCE);
            pool.getDataSourceProperties().putIfAbsent("connectTimeout", CONNECTING);
            pool.getDataSourceProperties().putIfAbsent("loginTimeout", CONNECTING);
            pool.getDataSourceProperties().putIfAbsent("tcpKeepAlive", "true");
        }
        return bean;
    }
}
