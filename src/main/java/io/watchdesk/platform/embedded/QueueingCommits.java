package io.watchdesk.platform.embedded;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Gives the pool of the embedded database connections that commit {@linkplain OneCommitAtATime one at a time}. */
@Component
class QueueingCommits implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:h2:")) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(pool.getJdbcUrl());
            pool.setDataSource(new OneCommitAtATime(new ForgottenDatabase(database, pool)));
        }
        return bean;
    }
}
