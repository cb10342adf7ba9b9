package org.rollscope.viewer;

import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;

/** The menus of the window. <b>Threads.</b> Event dispatch thread. */
final class ViewerMenu {
    /** What can be chosen. */
    interface Choices {
        /** Opens another workspace. */
        void open(Workspace workspace);

        /** Changes between light and dark. */
        void toggleTheme();

        /** Shows pressures in another unit. */
        void show(PressureUnit unit);

        /** Speaks another language. */
        void speak(Language language);

        /** Asks for another broker. */
        void connect();

        /** Fills the screen, or no longer. */
        void toggleFullScreen();

        /** Says what this is. */
        void about();

        /** Closes the window. */
        void quit();
    }

    private final JMenuBar bar = new JMenuBar();
    private final Map<Workspace, JMenuItem> workspaces = new EnumMap<>(Workspace.class);
    private final JCheckBoxMenuItem dark = new JCheckBoxMenuItem(Texts.of("menu.dark"));

    /**
     * Builds the menus.
     *
     * @param choices told what a person chose.
     * @param present workspaces that this window has.
     * @param connectable whether there are brokers to choose among.
     */
    ViewerMenu(Choices choices, List<Workspace> present, boolean connectable) {
        bar.add(file(choices, connectable));
        bar.add(view(choices, present));
        JMenu help = menu("menu.help");
        item(help, "menu.about", choices::about).setName("about");
        bar.add(help);
    }

    JMenuBar bar() {
        return bar;
    }

    /** Marks what is open now. */
    void show(Workspace workspace, Theme theme) {
        JMenuItem item = workspaces.get(workspace);
        if (item != null) {
            item.setSelected(true);
        }
        dark.setSelected(theme == Theme.DARK);
    }

    private static JMenu file(Choices choices, boolean connectable) {
        JMenu file = menu("menu.file");
        if (connectable) {
            JMenuItem connect = item(file, "menu.connect", choices::connect);
            connect.setName("connect-menu");
            connect.setAccelerator(control(KeyEvent.VK_B));
            file.addSeparator();
        }
        item(file, "menu.quit", choices::quit).setAccelerator(control(KeyEvent.VK_Q));
        return file;
    }

    private JMenu view(Choices choices, List<Workspace> present) {
        JMenu view = menu("menu.view");
        ButtonGroup opened = new ButtonGroup();
        for (Workspace workspace : present) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(Texts.of("menu.workspace." + workspace.word()));
            item.setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_F6 + present.indexOf(workspace), 0));
            item.addActionListener(event -> choices.open(workspace));
            opened.add(item);
            workspaces.put(workspace, item);
            view.add(item);
        }
        view.addSeparator();
        dark.setMnemonic(Texts.of("menu.dark.key").charAt(0));
        dark.addActionListener(event -> choices.toggleTheme());
        view.add(dark);
        JMenuItem fullScreen = new JMenuItem(Texts.of("menu.full_screen"));
        fullScreen.setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_F11, 0));
        fullScreen.addActionListener(event -> choices.toggleFullScreen());
        view.add(fullScreen);
        view.addSeparator();
        ButtonGroup units = new ButtonGroup();
        for (PressureUnit unit : PressureUnit.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(Texts.of("menu.unit", unit.word()));
            item.setName("unit-" + unit.word());
            item.setSelected(unit == PressureUnit.shown());
            item.addActionListener(event -> choices.show(unit));
            units.add(item);
            view.add(item);
        }
        view.addSeparator();
        ButtonGroup languages = new ButtonGroup();
        for (Language language : Language.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(Texts.of("menu.language", language.ownName()));
            item.setName("language-" + language.word());
            item.setSelected(language == Texts.language());
            item.addActionListener(event -> choices.speak(language));
            languages.add(item);
            view.add(item);
        }
        return view;
    }

    private static JMenu menu(String key) {
        JMenu menu = new JMenu(Texts.of(key));
        menu.setMnemonic(Texts.of(key + ".key").charAt(0));
        return menu;
    }

    private static JMenuItem item(JMenu menu, String key, Runnable action) {
        JMenuItem item = new JMenuItem(Texts.of(key));
        item.setMnemonic(Texts.of(key + ".key").charAt(0));
        item.addActionListener(event -> action.run());
        menu.add(item);
        return item;
    }

    private static KeyStroke control(int keyCode) {
        int mask = java.awt.GraphicsEnvironment.isHeadless()
                ? InputEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        return KeyStroke.getKeyStroke(keyCode, mask);
    }
}
