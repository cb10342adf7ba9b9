% SPDX-License-Identifier: Apache-2.0
% A MAT file by Octave against samples.csv; the caller sets file, samples and wrong (added to one of our values).
loaded = load(file);
stream = fopen(samples);
heads = strsplit(strtrim(fgetl(stream)), ',');
state = find(strcmp(heads, 'state'));
format = repmat({'%f'}, 1, numel(heads));
format{state} = '%s';
columns = textscan(stream, strjoin(format, ''), 'Delimiter', ',');
fclose(stream);
compared = 0;
for index = 1:numel(heads)
  if index == state
    continue;
  end
  ours = single(columns{index});
  if strcmp(heads{index}, 'mean_pressure_kpa')
    ours(7) += wrong;
  end
  theirs = single(loaded.(['samples_' heads{index}]));
  same = (ours(:) == theirs(:)) | (isnan(ours(:)) & isnan(theirs(:)));
  if ! all(same)
    printf('PROBLEM: %s differs in Octave\n', heads{index});
    exit(1);
  end
  compared += numel(ours);
end
if ! strcmp(loaded.sessions_session_id{1}, loaded.session_id) || numel(loaded.spans_type) < 3
  printf('PROBLEM: Octave has no tables of the session and its spans\n');
  exit(1);
end
printf('Octave %s: %d values of mat as in csv\n', version(), compared);
