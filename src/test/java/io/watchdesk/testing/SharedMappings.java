package io.watchdesk.testing;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the engines of one JVM read their SQL mappings once for each kind of database, which is half of what each further
 * application in a JVM takes to start. Each engine keeps its own connections.
 */
@Component
class SharedMappings extends AbstractProcessEnginePlugin {

    private static final Map<Boolean, Configuration> READ = new ConcurrentHashMap<>();

    private final boolean postgres;

    SharedMappings(Environment environment) {
        postgres = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:");
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Configuration read = READ.get(postgres);
        if (read != null) {
            engine.setSqlSessionFactory(new OwnConnections(read, engine));
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        READ.putIfAbsent(postgres, engine.getSqlSessionFactory().getConfiguration());
    }

    private record OwnConnections(Configuration configuration, ProcessEngineConfigurationImpl engine)
            implements SqlSessionFactory {

        @Override
        public Configuration getConfiguration() {
            return configuration;
        }

        @Override
        public SqlSession openSession() {
            return opened(configuration
                    .getEnvironment()
                    .getTransactionFactory()
                    .newTransaction(engine.getDataSource(), null, false));
        }

        @Override
        public SqlSession openSession(Connection connection) {
            return opened(configuration.getEnvironment().getTransactionFactory().newTransaction(connection));
        }

        private SqlSession opened(Transaction transaction) {
            return new DefaultSqlSession(
                    configuration,
                    configuration.newExecutor(transaction, configuration.getDefaultExecutorType()),
                    false);
        }

        @Override
        public SqlSession openSession(boolean autoCommit) {
            throw otherwise();
        }

        @Override
        public SqlSession openSession(TransactionIsolationLevel level) {
            throw otherwise();
        }

        @Override
        public SqlSession openSession(ExecutorType type) {
            throw otherwise();
        }

        @Override
        public SqlSession openSession(ExecutorType type, boolean autoCommit) {
            throw otherwise();
        }

        @Override
        public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
            throw otherwise();
        }

        @Override
        public SqlSession openSession(ExecutorType type, Connection connection) {
            throw otherwise();
        }

        private static UnsupportedOperationException otherwise() {
            return new UnsupportedOperationException("The engine opens its sessions otherwise.");
        }
    }
}
