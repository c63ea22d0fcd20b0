// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Accordion } from './accordion.ts'
import type { BackLink } from './back-link.ts'
import type { Breadcrumbs } from './breadcrumbs.ts'
import type { Button } from './button.ts'
import type { CharacterCount } from './character-count.ts'
import type { Checkboxes } from './checkboxes.ts'
import type { CookieBanner } from './cookie-banner.ts'
import type { DateInput } from './date-input.ts'
import type { Details } from './details.ts'
import type { ErrorMessage } from './error-message.ts'
import type { ErrorSummary } from './error-summary.ts'
import type { ExitThisPage } from './exit-this-page.ts'
import type { Feedback } from './feedback.ts'
import type { Fieldset } from './fieldset.ts'
import type { FileUpload } from './file-upload.ts'
import type { Footer } from './footer.ts'
import type { GenericHeader } from './generic-header.ts'
import type { Header } from './header.ts'
import type { Hint } from './hint.ts'
import type { Input } from './input.ts'
import type { InsetText } from './inset-text.ts'
import type { Label } from './label.ts'
import type { LanguageNavigation } from './language-navigation.ts'
import type { NotificationBanner } from './notification-banner.ts'
import type { Pagination } from './pagination.ts'
import type { Panel } from './panel.ts'
import type { PasswordInput } from './password-input.ts'
import type { PhaseBanner } from './phase-banner.ts'
import type { Radios } from './radios.ts'
import type { Select } from './select.ts'
import type { ServiceNavigation } from './service-navigation.ts'
import type { SkipLink } from './skip-link.ts'
import type { SummaryList } from './summary-list.ts'
import type { Table } from './table.ts'
import type { Tabs } from './tabs.ts'
import type { Tag } from './tag.ts'
import type { TaskList } from './task-list.ts'
import type { Textarea } from './textarea.ts'
import type { WarningText } from './warning-text.ts'

/** Each component's parameters, by the component's name. */
export type GovukParameters = {
  readonly 'accordion': Accordion
  readonly 'back-link': BackLink
  readonly 'breadcrumbs': Breadcrumbs
  readonly 'button': Button
  readonly 'character-count': CharacterCount
  readonly 'checkboxes': Checkboxes
  readonly 'cookie-banner': CookieBanner
  readonly 'date-input': DateInput
  readonly 'details': Details
  readonly 'error-message': ErrorMessage
  readonly 'error-summary': ErrorSummary
  readonly 'exit-this-page': ExitThisPage
  readonly 'feedback': Feedback
  readonly 'fieldset': Fieldset
  readonly 'file-upload': FileUpload
  readonly 'footer': Footer
  readonly 'generic-header': GenericHeader
  readonly 'header': Header
  readonly 'hint': Hint
  readonly 'input': Input
  readonly 'inset-text': InsetText
  readonly 'label': Label
  readonly 'language-navigation': LanguageNavigation
  readonly 'notification-banner': NotificationBanner
  readonly 'pagination': Pagination
  readonly 'panel': Panel
  readonly 'password-input': PasswordInput
  readonly 'phase-banner': PhaseBanner
  readonly 'radios': Radios
  readonly 'select': Select
  readonly 'service-navigation': ServiceNavigation
  readonly 'skip-link': SkipLink
  readonly 'summary-list': SummaryList
  readonly 'table': Table
  readonly 'tabs': Tabs
  readonly 'tag': Tag
  readonly 'task-list': TaskList
  readonly 'textarea': Textarea
  readonly 'warning-text': WarningText
}
