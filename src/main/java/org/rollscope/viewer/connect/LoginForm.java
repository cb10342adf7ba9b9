package org.rollscope.viewer.connect;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.rollscope.viewer.look.Texts;

/** Fields for a broker's address and who to be there. <b>Threads.</b> Event dispatch thread. */
final class LoginForm {
    private static final int FIELD_COLUMNS = 22;

    private final JPanel panel = new JPanel(new GridBagLayout());
    private final JTextField host = field("host", FIELD_COLUMNS);
    private final JTextField port = field("port", 6);
    private final JCheckBox secure = new JCheckBox(Texts.of("connect.secure"));
    private final JTextField caFile = field("ca-file", FIELD_COLUMNS);
    private final JButton browse = new JButton(Texts.of("connect.browse"));
    private final JTextField user = field("user", FIELD_COLUMNS);
    private final JPasswordField password = new JPasswordField(FIELD_COLUMNS);
    private final JCheckBox kept = new JCheckBox(Texts.of("connect.keep"), true);
    private int row;

    LoginForm() {
        secure.setName("secure");
        secure.addActionListener(event -> secureChanged());
        password.setName("password");
        kept.setName("keep");
        kept.setToolTipText(Texts.of("connect.keep.tip"));
        browse.addActionListener(event -> chooseFile());
        add("connect.host", host);
        add("connect.port", port);
        add("", secure);
        add("connect.ca_file", caFile);
        add("", browse);
        add("connect.user", user);
        add("connect.password", password);
        add("", kept);
        GridBagConstraints rest = new GridBagConstraints();
        rest.gridy = row;
        rest.weighty = 1;
        panel.add(new JPanel(), rest);
        host.putClientProperty("JTextField.placeholderText", "192.168.1.20");
        caFile.putClientProperty("JTextField.placeholderText", "ca.crt");
        caFile.setToolTipText(Texts.of("connect.ca_file.tip"));
        secureChanged();
    }

    private static JTextField field(String name, int columns) {
        JTextField field = new JTextField(columns);
        field.setName(name);
        return field;
    }

    private void add(String captionKey, JComponent component) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = row++;
        place.anchor = GridBagConstraints.LINE_START;
        place.insets = new Insets(3, 0, 3, 8);
        if (!captionKey.isEmpty()) {
            JLabel caption = new JLabel(Texts.of(captionKey));
            caption.setLabelFor(component);
            panel.add(caption, place);
        }
        place.gridx = 1;
        place.weightx = 1;
        place.insets = new Insets(3, 0, 3, 0);
        place.fill = component instanceof JTextField && component != port
                ? GridBagConstraints.HORIZONTAL
                : GridBagConstraints.NONE;
        panel.add(component, place);
    }

    JComponent component() {
        return panel;
    }

    void show(BrokerLogin login) {
        host.setText(login.host());
        port.setText(Integer.toString(login.port()));
        secure.setSelected(login.isSecure());
        caFile.setText(login.caFile());
        user.setText(login.userName());
        password.setText("");
        password.putClientProperty(
                "JTextField.placeholderText", login.userName().isEmpty() ? "" : Texts.of("connect.password.kept"));
        secureChanged();
    }

    private void secureChanged() {
        caFile.setEnabled(secure.isSelected());
        browse.setEnabled(secure.isSelected());
        String other = Integer.toString(secure.isSelected() ? BrokerLogin.PLAIN_PORT : BrokerLogin.SECURE_PORT);
        if (port.getText().isBlank() || port.getText().equals(other)) {
            port.setText(Integer.toString(secure.isSelected() ? BrokerLogin.SECURE_PORT : BrokerLogin.PLAIN_PORT));
        }
    }

    private void chooseFile() {
        JFileChooser chooser = new JFileChooser();
        if (chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION) {
            caFile.setText(chooser.getSelectedFile().getPath());
        }
    }

    boolean isEmpty() {
        return host.getText().isBlank();
    }

    boolean isKept() {
        return kept.isSelected();
    }

    /** What was typed; an {@link IllegalArgumentException} when it is no address. */
    BrokerLogin login() {
        return BrokerLogin.of(host.getText(), port.getText(), secure.isSelected(), user.getText(), caFile.getText());
    }

    String password() {
        return new String(password.getPassword());
    }
}
