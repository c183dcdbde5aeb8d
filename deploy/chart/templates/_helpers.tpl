{{- define "matinee.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* What the pods of one role are found by: (dict "root" $ "role" "api"). */}}
{{- define "matinee.selector" -}}
app.kubernetes.io/name: matinee
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "matinee.labels" -}}
app.kubernetes.io/name: matinee
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "matinee.secret" -}}
{{ .Values.database.existingSecret | default .Release.Name }}
{{- end }}

{{- define "matinee.claim" -}}
{{ .Values.films.existingClaim | default (printf "%s-films" .Release.Name) }}
{{- end }}

{{/* The roles that run, with blanks between. */}}
{{- define "matinee.roles" -}}
{{- if eq .Values.roles "all" -}}
all
{{- else if eq .Values.roles "split" -}}
api sync
{{- else -}}
{{- fail "roles is neither all nor split" -}}
{{- end -}}
{{- end }}
