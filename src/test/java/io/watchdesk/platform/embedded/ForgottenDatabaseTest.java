package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Engine;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool whose database H2 has forgotten while it is in use; DiskFullLongTest makes H2 do so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgottenDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void its_connections_are_given_back_and_it_is_opened_for_all_again() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + directory.resolve("desk"));
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(500);
        try (HikariDataSource pool = new HikariDataSource()) {
            config.copyStateTo(pool);
            pool.setDataSource(new ForgottenDatabase(database, pool));
            try (Connection inUse = pool.getConnection();
                    var statement = inUse.createStatement()) {
                statement.execute("create table kept (id int primary key)");
                forgets(directory.resolve("desk").toString());

                assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);

                statement.execute("insert into kept values (1)");
            }
            try (Connection next = pool.getConnection();
                    Connection another = pool.getConnection();
                    var rows = another.createStatement().executeQuery("select count(*) from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(next.isValid(1)).isTrue();
            }
        }
    }

    /** What H2 does when somebody uses a connection to a database that a failed write has closed. */
    private static void forgets(String name) throws ReflectiveOperationException {
        Method close = Engine.class.getDeclaredMethod("close", String.class);
        close.setAccessible(true);
        close.invoke(null, name);
    }
}
