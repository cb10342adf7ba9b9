package org.rollscope.mqtt;

import java.util.ResourceBundle;
import org.eclipse.paho.mqttv5.client.logging.Logger;
import org.eclipse.paho.mqttv5.client.logging.LoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Paho's log, unheard: what matters is said by us in words, and Paho makes a logger for every message it sends. With its usual
 * one, each of them asks the log manager of the Java library, which costs more than sending.
 *
 * <p>Public with a public constructor, because Paho makes it by its name. <b>Threads.</b> Any.
 */
public final class SilentPahoLog implements Logger {
    /** For Paho. */
    public SilentPahoLog() {
        // nothing to set up
    }

    /** Makes Paho use it; to be called before its first client is made. */
    static void use() {
        LoggerFactory.setLogger(SilentPahoLog.class.getName());
    }

    @Override
    public void initialise(ResourceBundle texts, String loggerId, @Nullable String resourceName) {
        // nothing to set up
    }

    @Override
    public void setResourceName(String resourceName) {
        // unheard
    }

    @Override
    public boolean isLoggable(int level) {
        return false;
    }

    @Override
    public void severe(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void severe(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void severe(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void warning(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void warning(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void warning(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void info(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void info(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void info(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void config(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void config(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void config(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void fine(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void fine(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void fine(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void finer(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void finer(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void finer(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void finest(String sourceClass, String sourceMethod, String text) {
        // unheard
    }

    @Override
    public void finest(String sourceClass, String sourceMethod, String text, Object[] inserts) {
        // unheard
    }

    @Override
    public void finest(String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void log(
            int level, String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public void trace(
            int level, String sourceClass, String sourceMethod, String text, Object[] inserts, Throwable thrown) {
        // unheard
    }

    @Override
    public String formatMessage(String text, Object[] inserts) {
        return text;
    }

    @Override
    public void dumpTrace() {
        // there is none
    }
}
