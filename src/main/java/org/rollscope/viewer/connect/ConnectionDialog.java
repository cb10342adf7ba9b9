package org.rollscope.viewer.connect;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingWorker;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Texts;

/**
 * Asks which broker to listen to: those of this machine that answer, those used before, or one typed in; and tries it before the
 * window leaves the one it has.
 *
 * <p><b>Threads.</b> Event dispatch thread; what waits for the network runs beside it, one thing at a time.
 */
public final class ConnectionDialog {
    private final Connections connections;
    private final Consumer<Link> onLink;
    private final JDialog dialog;
    private final DefaultListModel<BrokerLogin> places = new DefaultListModel<>();
    private final JList<BrokerLogin> list = new JList<>(places);
    private final LoginForm form = new LoginForm();
    private final JLabel words = new JLabel(" ");
    private final JProgressBar busy = new JProgressBar();
    private final JButton connect = button("connect.connect", "connect");
    private final JButton tryOut = button("connect.try", "try");
    private final JButton look = button("connect.look", "look");
    private final JButton forget = button("connect.forget", "forget");
    private final JButton cancel = button("connect.cancel", "cancel");

    /**
     * Builds the dialog; {@link #open} shows it.
     *
     * @param owner window that it belongs to.
     * @param connections where from.
     * @param present the login of now, null when there is none.
     * @param onLink given the ways to the broker that was chosen, which has let this login in.
     */
    public ConnectionDialog(
            Frame owner, Connections connections, @Nullable BrokerLogin present, Consumer<Link> onLink) {
        this.connections = connections;
        this.onLink = onLink;
        dialog = new JDialog(owner, Texts.of("connect.title"), true);
        dialog.setName("connection");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        list.setName("places");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new PlaceRenderer());
        list.addListSelectionListener(event -> {
            BrokerLogin chosen = list.getSelectedValue();
            if (chosen != null && !event.getValueIsAdjusting()) {
                form.show(chosen);
                say(" ");
            }
        });
        words.setName("connection-words");
        tryOut.addActionListener(event -> tryThen(false));
        connect.addActionListener(event -> tryThen(true));
        look.addActionListener(event -> look());
        forget.addActionListener(event -> forgetSelected());
        cancel.addActionListener(event -> dialog.dispose());
        dialog.setContentPane(content());
        dialog.getRootPane().setDefaultButton(connect);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        connections.remembered().forEach(places::addElement);
        if (present != null) {
            form.show(present);
        }
        setBusy(false);
        dialog.pack();
        dialog.setMinimumSize(dialog.getSize());
        dialog.setLocationRelativeTo(owner);
    }

    private static JButton button(String key, String name) {
        JButton button = new JButton(Texts.of(key));
        button.setName(name);
        button.setMnemonic(Texts.of(key + ".key").charAt(0));
        return button;
    }

    private JComponent content() {
        JPanel found = new JPanel(new BorderLayout(0, 6));
        JLabel caption = new JLabel(Texts.of("connect.places"));
        caption.setLabelFor(list);
        found.add(caption, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(list);
        int em = list.getFont().getSize();
        scroll.setPreferredSize(new Dimension(20 * em, 14 * em));
        found.add(scroll, BorderLayout.CENTER);
        JPanel below = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        below.add(look);
        below.add(forget);
        found.add(below, BorderLayout.SOUTH);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(tryOut);
        buttons.add(cancel);
        buttons.add(connect);
        JPanel state = new JPanel(new BorderLayout(8, 4));
        state.add(words, BorderLayout.CENTER);
        state.add(busy, BorderLayout.SOUTH);
        JPanel foot = new JPanel(new BorderLayout(8, 10));
        foot.add(state, BorderLayout.CENTER);
        foot.add(buttons, BorderLayout.SOUTH);
        JPanel content = new JPanel(new BorderLayout(16, 14));
        content.setBorder(BorderFactory.createEmptyBorder(14, 16, 14, 16));
        content.add(found, BorderLayout.WEST);
        content.add(form.component(), BorderLayout.CENTER);
        content.add(foot, BorderLayout.SOUTH);
        return content;
    }

    /** Shows the dialog and looks for brokers on this machine; returns when it is closed. */
    public void open() {
        look();
        dialog.setVisible(true);
    }

    /** For tests. */
    public JDialog dialog() {
        return dialog;
    }

    private void look() {
        say(Texts.of("connect.looking"));
        beside(connections::find, found -> {
            List<BrokerLogin> listed = new ArrayList<>();
            places.elements().asIterator().forEachRemaining(listed::add);
            found.stream().filter(login -> !listed.contains(login)).forEach(places::addElement);
            say(Texts.of("connect.found", found.size()));
            if (form.isEmpty() && !found.isEmpty()) {
                list.setSelectedValue(found.get(0), true);
            }
        });
    }

    private void tryThen(boolean use) {
        BrokerLogin login;
        try {
            login = form.login();
        } catch (IllegalArgumentException wrong) {
            say(Texts.of("connect.wrong_address"));
            return;
        }
        String password = form.password();
        say(Texts.of("connect.trying", login.address()));
        beside(() -> connections.tryOut(login, password), failure -> {
            if (!failure.isEmpty()) {
                say(Texts.of("connect.failed", failure));
            } else if (use) {
                use(login, password);
            } else {
                say(Texts.of("connect.works", login.address()));
            }
        });
    }

    private void use(BrokerLogin login, String password) {
        try {
            Link link = connections.open(login, password, form.isKept());
            dialog.dispose();
            onLink.accept(link);
        } catch (ConnectionException refused) {
            say(String.valueOf(refused.getMessage()));
        }
    }

    private void forgetSelected() {
        BrokerLogin chosen = list.getSelectedValue();
        if (chosen != null) {
            connections.forget(chosen);
            places.removeElement(chosen);
            say(Texts.of("connect.forgotten", chosen.address()));
        }
    }

    private void say(String newWords) {
        // Long reasons are broken into lines; what a broker says is text and no markup.
        String plain = newWords.replace("&", "&amp;").replace("<", "&lt;");
        words.setText("<html>" + plain + "</html>");
        words.setToolTipText(newWords);
    }

    private void setBusy(boolean nowBusy) {
        busy.setIndeterminate(nowBusy);
        busy.setVisible(nowBusy);
        for (Component control : List.of(connect, tryOut, look, forget)) {
            control.setEnabled(!nowBusy);
        }
    }

    private <T> void beside(Callable<T> slow, Consumer<T> then) {
        setBusy(true);
        new SwingWorker<T, Void>() {
            @Override
            protected T doInBackground() throws Exception {
                return slow.call();
            }

            @Override
            protected void done() {
                setBusy(false);
                try {
                    if (dialog.isDisplayable()) {
                        then.accept(get());
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException failed) {
                    say(String.valueOf(failed.getCause()));
                }
            }
        }.execute();
    }

    private static final class PlaceRenderer extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Object shown = value;
            if (value instanceof BrokerLogin login) {
                shown = login.userName().isEmpty()
                        ? login.address()
                        : Texts.of("connect.place", login.address(), login.userName());
            }
            return super.getListCellRendererComponent(list, shown, index, selected, focused);
        }
    }
}
